import { locale, say } from '../strings/words.ts'

/** Units of TIMEX3 lengths by their letters; those of the clock stand behind T. */
const units: Record<string, Intl.NumberFormatOptions['unit']> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
}

type LengthUnit = 'CE' | 'DE' | 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM' | 'TS'
type LengthPart = { readonly n: number | undefined; readonly unit: LengthUnit }

/** P1Y6M, PT30M, PXD in their parts; undefined for what is no length. */
function lengthParts(value: string): LengthPart[] | undefined {
  const found = /^P((?:(?:\d+|X)(?:DE|CE|Y|M|W|D))*)(?:T((?:(?:\d+|X)[HMS])+))?$/.exec(value)
  if (!found || value === 'P') return undefined
  const read = (part: string, clock: string) =>
    [...part.matchAll(/(\d+|X)(DE|CE|[A-Z])/g)].map(([, n = 'X', unit = '']) => ({
      n: n === 'X' ? undefined : Number(n),
      unit: `${clock}${unit}` as LengthUnit,
    }))
  return [...read(found[1] ?? '', ''), ...read(found[2] ?? '', 'T')]
}

function partWords({ n, unit }: LengthPart): string {
  if (n === undefined) return say(`date.some.${unit}`)
  if (unit === 'DE' || unit === 'CE') return say(`date.length.${unit}`, { count: n })
  const style = { style: 'unit', unitDisplay: 'long', unit: units[unit] } as const
  return new Intl.NumberFormat(locale(), style).format(n)
}

/** A length in words: three days; a year and six months. */
export function lengthWords(value: string): string | undefined {
  const parts = lengthParts(value)?.map(partWords)
  return parts && new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)
}

/** كل أسبوع, كل يومين, كل 4 سنوات: behind "every" Arabic says one and two without a number, in the genitive. */
export function everyWords(value: string): string | undefined {
  const parts = lengthParts(value)
  const part = parts?.length === 1 ? parts[0] : undefined
  if (part?.n === undefined || part.unit === 'CE') return undefined
  return say(`date.every.${part.unit}`, { count: part.n })
}
