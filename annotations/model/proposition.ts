import { z } from 'zod'
import { actorId } from './actor.ts'

/** A claim's canonical content in the codebook; claims of many documents point to one, each with a stance towards it. */
export const proposition = z.strictObject({
  /** Also the name of a file, as an actor's is. */
  id: actorId,
  /** What coders call it: "2.1". Unique in a codebook, and the order it is shown in. */
  code: z.string().trim().min(1).max(40),
  text: z.strictObject({ ar: z.string().min(1), en: z.string().min(1).optional() }),
  notes: z.string(),
  /** The proposition this one makes more precise. */
  parent: actorId.optional(),
})
export type Proposition = z.infer<typeof proposition>
