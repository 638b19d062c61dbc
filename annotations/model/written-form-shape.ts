import { z } from 'zod'

/** Where a word taken without a selection begins: what the guideline of a project says. */
export const snappings = ['word', 'with-article', 'stem'] as const

/**
 * What the letters of an annotation stand for where they are not all of it: "للحشد" has no "الحشد" in it to be marked.
 * Offsets keep to the text; this says the word.
 */
export const writtenForm = z.strictObject({
  /** The words with the article written out. */
  normalised: z.string().min(1),
  /** What is written to the first word and left outside: و ف ب ك ل س, in their order. */
  clitics: z.string().min(1),
})
export type WrittenForm = z.infer<typeof writtenForm>
