import { brat } from './brat/brat.ts'
import { doccano } from './doccano/doccano.ts'
import type { Format } from './format.ts'
import { isnadJsonl } from './isnad-jsonl.ts'

/** Every format Isnad writes and reads. */
export const formats = {
  isnad: isnadJsonl,
  doccano,
  brat,
} as const satisfies Record<string, Format>

export type FormatId = keyof typeof formats
export const formatIds = Object.keys(formats) as [FormatId, ...FormatId[]]
/** A format by its id, as any of them. */
export const formatOf = (id: FormatId): Format => formats[id]
