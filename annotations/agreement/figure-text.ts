import { reasonWords, warningWords } from './reason-words.ts'
import type { Figure } from './report-shape.ts'

/** Three decimals with the point that papers print, in every language: figures are copied from here. */
export const decimals = (value: number): string => {
  const text = Math.abs(value).toFixed(3)
  return value < 0 && Number(text) !== 0 ? `-${text}` : text
}

/** The value, or a dash; never a number that is none. */
export const figureValue = ({ result }: Figure): string =>
  result.kind === 'value' ? decimals(result.value) : '—'

export const figureInterval = ({ interval }: Figure): string =>
  interval ? `[${decimals(interval.low)}, ${decimals(interval.high)}]` : ''

/** Why there is no figure, and what to be careful about. */
export function figureRemarks({ result, warnings }: Figure, language: 'ar' | 'en'): string[] {
  const remarks = warnings
    .filter(warning => result.kind === 'value' || warning !== 'one-category')
    .map(warning => warningWords[warning][language])
  return result.kind === 'undefined' ? [reasonWords[result.reason][language], ...remarks] : remarks
}
