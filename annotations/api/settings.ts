import { z } from 'zod'
import { annotator } from '../model/annotator.ts'

const pane = z.strictObject({ size: z.int().min(160).max(800), shown: z.boolean() })

/** What the app remembers about its user, on this machine alone. */
export const settings = z.strictObject({
  language: z.enum(['ar', 'en']),
  theme: z.enum(['light', 'dark', 'contrast', 'system']),
  numerals: z.enum(['arab', 'latn']),
  /** In which calendar the interface writes dates; the articles' own words stay as they are. */
  calendar: z.enum(['gregorian', 'islamic-umalqura', 'persian']),
  font: z.enum(['naskh', 'sans', 'amiri']),
  lineHeight: z.enum(['tight', 'normal', 'loose']),
  motion: z.enum(['system', 'reduced']),
  /** Reading size in CSS pixels. */
  textSize: z.int().min(14).max(40),
  /** Who annotates, unless a project remembers otherwise. */
  annotator: annotator.optional(),
  /** Has the user said in whose name she annotates? She is asked once. */
  named: z.boolean(),
  /** Keys the user gave commands instead of their own, by the command's id: modifiers and `KeyboardEvent.code`. */
  keys: z.record(z.string(), z.array(z.string().min(1).max(60)).max(4)),
  /** Beside the text: as wide as they were drawn (CSS pixels), and whether they are shown. */
  panes: z.strictObject({ corpus: pane, inspector: pane }),
  /** Folders whose new files are imported while their project is open. */
  watching: z.array(z.strictObject({ project: z.string().min(1), folder: z.string().min(1) })),
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
  calendar: 'gregorian',
  font: 'naskh',
  lineHeight: 'normal',
  motion: 'system',
  textSize: 20,
  named: false,
  keys: {},
  panes: { corpus: { size: 272, shown: true }, inspector: { size: 316, shown: true } },
  watching: [],
  recent: [],
}
