import type { Interval } from './bootstrap.ts'
import { type MeasureResult, undefinedBecause } from './measure.ts'
import type { Figure, FigureId, FigureResult, FigureWarning } from './report-shape.ts'

/** Fewer units than this and a figure says little: its interval is wide, or cannot be told. */
const enoughUnits = 30

const plain = (result: MeasureResult): FigureResult =>
  result.kind === 'undefined'
    ? result
    : {
        kind: 'value',
        value: result.value,
        ...(result.observed === undefined ? {} : { observed: result.observed }),
        ...(result.expected === undefined ? {} : { expected: result.expected }),
      }

export function figureOf(
  id: FigureId,
  result: MeasureResult,
  units: number,
  more: { interval?: Interval; warnings?: readonly FigureWarning[] } = {},
): Figure {
  const warnings = new Set(more.warnings)
  if (units < enoughUnits) warnings.add('few-units')
  if (result.kind === 'undefined' && result.reason === 'one-category') warnings.add('one-category')
  return {
    id,
    result: plain(result),
    units,
    interval: more.interval ?? null,
    warnings: [...warnings],
  }
}

/** A share, or that there is nothing to take a share of. */
export const shareOf = (part: number, whole: number): MeasureResult =>
  whole > 0 ? { kind: 'value', value: part / whole } : undefinedBecause('no-pairs')
