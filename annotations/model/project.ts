import { z } from 'zod'
import { labelScheme } from './scheme.ts'

/** What a project knows about itself; everything else is one file a thing beside it. */
export const project = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  title: z.string().min(1),
  created: z.iso.datetime(),
  scheme: labelScheme,
  /** What decisions on differences are given as reasons; absent is the app's own list. */
  reasons: z.array(z.string().min(1).max(120)).optional(),
})
export type Project = z.infer<typeof project>
