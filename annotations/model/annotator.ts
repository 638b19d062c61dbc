import { z } from 'zod'

/** Reserved by Windows as file names, with or without an ending. */
export const reservedName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/**
 * An annotator's name; it is also the name of a folder, so it must be one on Windows, macOS and Linux alike.
 * `gold` is the adjudicated set.
 */
export const annotator = z
  .string()
  .min(1)
  .max(64)
  .regex(
    /^[^\p{Cc}/\\:*?"<>|\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u,
    'a name without / \\ : * ? " < > |',
  )
  .refine(
    name => name === name.normalize('NFC').trim(),
    'no spaces at the ends, and composed (NFC)',
  )
  .refine(name => !/^\.|\.$/.test(name) && !reservedName.test(name), 'not a reserved name')
export type Annotator = z.infer<typeof annotator>

const asFolder = (name: string) => name.normalize('NFKC').toUpperCase().toLowerCase()

/** Another name that is the same folder where systems do not tell capitals or composed letters apart. */
export const clashing = (name: Annotator, known: Iterable<Annotator>): Annotator | undefined =>
  [...known].find(other => other !== name && asFolder(other) === asFolder(name))

/** What a person typed, made a name if it can be: trimmed, composed, inner spaces folded. */
export function annotatorFrom(typed: string): Annotator | undefined {
  const parsed = annotator.safeParse(typed.normalize('NFC').trim().replace(/\s+/g, ' '))
  return parsed.success ? parsed.data : undefined
}
