import { z } from 'zod'
import { path } from './path.ts'

/** One thing the main side can be asked: what it is given, and what it answers. */
export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
})

export const project = path
/** Long work is named by its caller, who hears of its progress and may cancel it under that name. */
export const job = z.string().min(1).max(64)
export const nothing = z.strictObject({})
