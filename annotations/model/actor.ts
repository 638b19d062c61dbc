import { z } from 'zod'
import { reservedName } from './annotator.ts'

export const actorKinds = [
  'person',
  'organisation',
  'armed-group',
  'government-body',
  'state',
  'media',
  'anonymous-source',
  'other',
] as const

/** Also the name of a file, so it must be one on Windows, macOS and Linux alike. */
export const actorId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case Latin letters, digits and hyphens')
  .refine(id => !reservedName.test(id), 'not a reserved name')

/** An entry of the project's actor register. */
export const actor = z.strictObject({
  id: actorId,
  name: z.strictObject({ ar: z.string().min(1), en: z.string().min(1).optional() }),
  kind: z.enum(actorKinds),
  aliases: z.array(z.string().min(1)),
  titles: z.array(z.string().min(1)),
  notes: z.string(),
  externalIds: z.record(z.string().min(1), z.string().min(1)),
  parent: actorId.optional(),
  /** It is the same as this one, which speaks for it from now on; its own data stay here, so that this can be undone. */
  mergedInto: actorId.optional(),
})
export type Actor = z.infer<typeof actor>
