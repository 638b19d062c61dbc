import { z } from 'zod'
import { annotator } from '../model/annotator.ts'

/** What the app remembers about its user, on this machine alone. */
export const settings = z.strictObject({
  language: z.enum(['ar', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  numerals: z.enum(['arab', 'latn']),
  font: z.enum(['naskh', 'sans', 'amiri']),
  /** Reading size in CSS pixels. */
  textSize: z.int().min(14).max(40),
  /** Who annotates, unless a project remembers otherwise. */
  annotator: annotator.optional(),
  /** Projects opened lately, the last first; with whom they were last annotated as. */
  recent: z.array(
    z.strictObject({
      folder: z.string().min(1),
      title: z.string(),
      annotator: annotator.optional(),
      opened: z.iso.datetime(),
    }),
  ),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = {
  language: 'ar',
  theme: 'system',
  numerals: 'arab',
  font: 'naskh',
  textSize: 20,
  recent: [],
}
