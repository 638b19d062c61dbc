import { z } from 'zod'
import type { Failure } from './failures.ts'

const shape = z.looseObject({ code: z.string(), params: z.looseObject({}) })

/** A failure as data inside a report: its code says which parameters its words need. */
export const failureData = z.custom<Failure>(value => shape.safeParse(value).success)
