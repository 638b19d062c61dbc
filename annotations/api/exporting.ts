import { z } from 'zod'
import { formatIds } from '../formats/format-ids.ts'
import { annotator } from '../model/annotator.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'
import { exportPreview, exportReport } from './views.ts'

const exportInput = {
  format: z.enum(formatIds),
  annotators: z.union([z.literal('all'), z.array(annotator).min(1)]).default('all'),
  /** What offsets count, of formats that leave it open; otherwise what the format's own tools expect. */
  offsets: z.enum(['utf16', 'codepoint']).optional(),
  /** What stands in dimmed furniture of the page is left out unless it is asked for. */
  furniture: z.boolean().default(false),
}

/** Annotations that go out. */
export const exportMethods = {
  'export.run': method(
    z.strictObject({
      project,
      job,
      ...exportInput,
      out: path,
      overwrite: z.boolean().default(false),
      /** Go on where the format cannot hold everything. */
      lossy: z.boolean().default(false),
    }),
    exportReport,
  ),
  /** What an export would lose, and how its files begin. */
  'export.preview': method(z.strictObject({ project, job, ...exportInput }), exportPreview),
} as const
