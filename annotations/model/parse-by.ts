import { z } from 'zod'

/**
 * `schema.safeParse`, which puts all that is wrong on the stack: of a file in which a hundred thousand things are, that is
 * what is wrong.
 */
export function parseBy<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { success: true; data: T } | { success: false; error: z.ZodError } {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'nearly nothing in it is as it should be'
    return {
      success: false,
      error: new z.ZodError([{ code: 'custom', path: [], message, input: '' }]),
    }
  }
}
