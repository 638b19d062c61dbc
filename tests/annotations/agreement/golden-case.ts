import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Continuum, Unit } from '../../../annotations/agreement/continuum.ts'
import type { MeasureResult, ReliabilityData } from '../../../annotations/agreement/measure.ts'
import { measures } from '../../../annotations/agreement/measures.ts'
import type { LabelledSpan, SpanPair } from '../../../annotations/agreement/span.ts'

type Json = Record<string, unknown>
type GoldenCase = {
  id: string
  data: Json
  params?: Json
  expected: Record<string, number>
  tolerance: number
  source: string
}

const file = fileURLToPath(new URL('../../golden/agreement/published.json', import.meta.url))
export const goldenCases: GoldenCase[] = JSON.parse(readFileSync(file, 'utf8')).cases

type Figures = Record<string, number | undefined>

const figureOf = (result: MeasureResult | undefined) =>
  result?.kind === 'value' ? result.value : undefined
const observed = (result: MeasureResult) => (result.kind === 'value' ? result.observed : undefined)
const expected = (result: MeasureResult) => (result.kind === 'value' ? result.expected : undefined)
const category = (result: MeasureResult, name: string) =>
  result.kind === 'value' ? result.perCategory?.[name] : undefined

function reliability({ counts, items }: Json): ReliabilityData {
  if (items) return items as ReliabilityData
  return (counts as { n: number; labels: (string | number)[] }[]).flatMap(({ n, labels }) =>
    Array.from({ length: n }, () => labels),
  )
}

function coding({ data, params = {} }: GoldenCase): Figures {
  const rows = reliability(data)
  const compute = {
    percent: measures['percent-agreement'].compute(rows),
    s: measures['bennett-s'].compute(rows),
    pi: measures['scott-pi'].compute(rows),
    kappa: measures['cohen-kappa'].compute(rows),
    fleiss: measures['fleiss-kappa'].compute(rows),
    randolph: measures['randolph-kappa'].compute(rows),
    alpha: measures['krippendorff-alpha'].compute(rows, { level: params.metric as 'nominal' }),
  }
  const figures: Figures = {
    percent_agreement: figureOf(compute.percent),
    observed: observed(compute.fleiss),
    expected: expected(compute.fleiss),
    bennett_S: figureOf(compute.s),
    scott_pi: figureOf(compute.pi),
    scott_expected: expected(compute.pi),
    cohen_kappa: figureOf(compute.kappa),
    cohen_expected: expected(compute.kappa),
    fleiss_kappa: figureOf(compute.fleiss),
    randolph_kappa: figureOf(compute.randolph),
    alpha: figureOf(compute.alpha),
    alpha_nominal: figureOf(compute.alpha),
    alpha_ordinal: figureOf(compute.alpha),
    observed_disagreement: observed(compute.alpha),
    expected_disagreement: expected(compute.alpha),
  }
  for (const name of ['1', '2', '3', '4', '5'])
    figures[`kappa_cat_${name}`] = figureOf(category(compute.fleiss, name))
  return figures
}

type RawUnit = {
  coder?: string | number
  annotator?: string
  begin?: number
  start?: number
  end?: number
  length?: number
  category?: string
}

function unitOf(raw: RawUnit, layer?: string): Unit {
  const start = raw.start ?? raw.begin ?? 0
  return {
    annotator: raw.coder ?? raw.annotator ?? '',
    start,
    end: raw.end ?? start + (raw.length ?? 0),
    category: raw.category ?? layer,
  }
}

function continuumOf({ continuum, units }: Json): Continuum {
  const place = continuum as { begin: number; length: number } | undefined
  const layers = Array.isArray(units) ? { '': units } : (units as Record<string, RawUnit[]>)
  return {
    begin: place?.begin,
    length: place?.length,
    units: Object.entries(layers).flatMap(([layer, own]) =>
      own.map((raw: RawUnit) => unitOf(raw, layer)),
    ),
  }
}

function unitizing({ data }: GoldenCase): Figures {
  const continuum = continuumOf(data)
  const alpha = measures['krippendorff-alpha-u'].compute(continuum)
  const figures: Figures = { alpha_U: figureOf(alpha) }
  for (const name of ['c', 'k', 'A', 'B', 'C', 'D']) {
    const one = category(alpha, name)
    if (!one) continue
    figures[`alpha_${name}`] = figureOf(one)
    figures[`Do_${name}`] = observed(one)
    figures[`De_${name}`] = expected(one)
  }
  return figures
}

function uAlpha({ data }: GoldenCase): Figures {
  const found = measures['u-alpha'].compute(continuumOf(data))
  if (found.kind !== 'value') return {}
  const figures: Figures = {
    u_alpha: found.value,
    bar_u_alpha: figureOf(found.barU),
    cu_alpha: figureOf(found.cu),
    cu_coverage: found.cuCoverage,
  }
  for (const [name, { result, coverage }] of Object.entries(found.ku)) {
    figures[`(${name})u_alpha`] = figureOf(result)
    figures[`(${name})coverage`] = coverage
  }
  return figures
}

function gamma({ data, params = {} }: GoldenCase): Figures {
  const options = {
    alpha: params.alpha as number,
    beta: params.beta as number,
    delta: params.deltaEmpty as number,
    samples: 5,
    seed: 7,
  }
  const of = (units: unknown) =>
    measures.gamma.compute({ units: (units as RawUnit[]).map(raw => unitOf(raw)) }, options)
  const whole = of(data.units)
  const disorder = observed(whole)
  const chance = data.expected_disorder_30_samples as number | undefined
  const figures: Figures = {
    observed_disorder: disorder,
    unitary_alignments: whole.kind === 'value' ? whole.unitaryAlignments : undefined,
    gamma: chance && disorder !== undefined ? 1 - disorder / chance : undefined,
  }
  for (const [at, { units }] of ((data.pinned_samples ?? []) as { units: unknown }[]).entries())
    figures[`sample${at}_disorder`] = observed(of(units))
  return figures
}

type RawSpan = [string, number, number]
const spans = (raw: RawSpan[], document?: string | number): LabelledSpan[] =>
  raw.map(([label, start, end]) => ({ label, start, end, document }))

function pairOf({ ann1, ann2, gold, pred }: Json): SpanPair {
  const of = (side: unknown): LabelledSpan[] => {
    if (!Array.isArray(side))
      return Object.entries(side as Record<string, RawSpan[]>).flatMap(([id, raw]) =>
        spans(raw, id),
      )
    return typeof side[0]?.[0] === 'string'
      ? spans(side)
      : side.flatMap((raw: RawSpan[], at: number) => spans(raw, at))
  }
  return { gold: of(gold ?? ann1), predicted: of(pred ?? ann2) }
}

function spanScores({ data }: GoldenCase): Figures {
  const pair = pairOf(data)
  const figures: Figures = { f1: figureOf(measures['span-f1'].compute(pair)) }
  const semeval = measures['span-f1'].compute(pair, { mode: 'semeval' })
  if (semeval.kind !== 'value') return figures
  for (const [scheme, counts] of Object.entries(semeval.schemes ?? {}))
    for (const [name, count] of Object.entries(counts))
      figures[`${scheme}.${name}`] = count ?? undefined
  return figures
}

function segmentation({ data, params = {} }: GoldenCase): Figures {
  const pair = { a: data.a as number[], b: data.b as number[] }
  const nt = params.n_t as number | undefined
  return {
    B: figureOf(measures['boundary-similarity'].compute(pair, { nt })),
    S: figureOf(measures['segmentation-similarity'].compute(pair, { nt })),
  }
}

/** What the library says for the figures a published case names. */
export function figuresOf(one: GoldenCase): Figures {
  const { data, id } = one
  if (data.counts || data.items) return coding(one)
  if (id.startsWith('unitizing')) return unitizing(one)
  if (id.startsWith('ualpha')) return uAlpha(one)
  if (id.startsWith('gamma')) return gamma(one)
  if (data.gold || data.ann1) return spanScores(one)
  return segmentation(one)
}
