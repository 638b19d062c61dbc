import type { Format } from './format.ts'
import { isnadJsonl } from './isnad-jsonl.ts'

export const formatIds = ['isnad'] as const
export type FormatId = (typeof formatIds)[number]

/** Every format Isnad writes and reads. */
export const formats: Record<FormatId, Format> = { isnad: isnadJsonl }
