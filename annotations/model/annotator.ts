import { z } from 'zod'

// Reserved by Windows as file names, with or without an ending.
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

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
  .refine(name => !/^\.|\.$/.test(name) && !reserved.test(name), 'not a reserved name')
export type Annotator = z.infer<typeof annotator>

/** What a person typed, made a name if it can be: trimmed, composed, inner spaces folded. */
export function annotatorFrom(typed: string): Annotator | undefined {
  const parsed = annotator.safeParse(typed.normalize('NFC').trim().replace(/\s+/g, ' '))
  return parsed.success ? parsed.data : undefined
}
