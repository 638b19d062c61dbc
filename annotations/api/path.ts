import { z } from 'zod'

/** An absolute path. A project is named by the one of its folder. */
export const path = z
  .string()
  .min(1)
  .refine(text => !text.includes('\0'), 'a path without NUL')
