import { z } from 'zod'

/** A stretch of a document's text: UTF-16 offsets, half-open, with the words it covers. */
export const span = z
  .strictObject({
    start: z.int().nonnegative(),
    end: z.int().positive(),
    quote: z.string().min(1),
  })
  .refine(
    ({ start, end, quote }) => end - start === quote.length,
    'end - start must be the quote’s length',
  )

export type Span = z.infer<typeof span>

/** Cut a span out of a text. */
export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, quote: text.slice(start, end) }
}

/** Does the text still say what the span quotes? */
export function holds(text: string, { start, end, quote }: Span): boolean {
  return text.slice(start, end) === quote
}
