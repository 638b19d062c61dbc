import type { Continuum, Unit } from './continuum.ts'
import { figureOf } from './figure.ts'
import { gammaOf } from './gamma.ts'
import { type GammaOptions, gammaAlignments } from './gamma-alignments.ts'
import { gammaCatOf } from './gamma-cat.ts'
import { type MeasureResult, undefinedBecause } from './measure.ts'
import { measures } from './measures.ts'
import type { Figure } from './report-shape.ts'
import { meanOf } from './span-figures.ts'
import type { DocumentData, FlatUnits } from './study.ts'

function* unitsOf(
  { annotator, units }: FlatUnits,
  shift: number,
  label: number | undefined,
): Generator<Unit> {
  for (let at = 0; at < units.length; at += 3) {
    const category = units[at + 2] ?? 0
    if (label !== undefined && category !== label) continue
    yield {
      annotator,
      start: shift + (units[at] ?? 0),
      end: shift + (units[at + 1] ?? 0),
      category,
    }
  }
}

/** The documents that two annotators share, one after the other, as one continuum. */
function sharedContinuum(
  documents: readonly DocumentData[],
  pair: readonly [number, number],
  label: number | undefined,
): Continuum {
  const units: Unit[] = []
  let length = 0
  for (const document of documents) {
    if (!pair.every(annotator => document.annotators.includes(annotator))) continue
    for (const own of document.units)
      if (pair.includes(own.annotator)) units.push(...unitsOf(own, length, label))
    length += document.length
  }
  return { begin: 0, length, annotators: pair, units }
}

/** α for unitizing (1995/2004) and u-α (2016) of one label; the mean over pairs of annotators. */
export function unitizingFigures(
  documents: readonly DocumentData[],
  pairs: readonly (readonly [number, number])[],
  label: number | undefined,
): Figure[] {
  const alpha: MeasureResult[] = []
  const u: MeasureResult[] = []
  let units = 0
  for (const pair of pairs) {
    const continuum = sharedContinuum(documents, pair, label)
    units += continuum.units.length
    alpha.push(measures['krippendorff-alpha-u'].compute(continuum))
    if (label !== undefined) u.push(measures['u-alpha'].compute(continuum))
  }
  // One pair whose own units overlap has no figure: then there is none for all, and it says why.
  const all = (results: MeasureResult[]) =>
    results.find(result => result.kind === 'undefined' && result.reason === 'overlapping-units') ??
    meanOf(results)
  return [
    figureOf('alpha-u', all(alpha), units),
    ...(label === undefined ? [] : [figureOf('u-alpha', all(u), units)]),
  ]
}

export type GammaRun = GammaOptions & { done?: (document: number) => void }

/** γ of each document, and of all: disorders weighed by the units they are of. */
export function gammaFigures(
  documents: readonly DocumentData[],
  { done, ...options }: GammaRun,
): { overall: Figure[]; byDocument: Map<string, Figure[]> } {
  const byDocument = new Map<string, Figure[]>()
  const sums = { gamma: { observed: 0, expected: 0 }, cat: { observed: 0, expected: 0 } }
  let units = 0
  let reason: MeasureResult = undefinedBecause('no-units')
  for (const [at, document] of documents.entries()) {
    const own = document.units.flatMap(flat => [...unitsOf(flat, 0, undefined)])
    const found = gammaAlignments(
      { begin: 0, length: document.length, annotators: document.annotators, units: own },
      { ...options, seed: (options.seed ?? 1) + at },
    )
    const results: [MeasureResult, MeasureResult] =
      'kind' in found ? [found, found] : [gammaOf(found), gammaCatOf(found)]
    const [gamma, cat] = results
    if (gamma.kind === 'undefined') reason = gamma
    else {
      units += own.length
      sums.gamma.observed += own.length * (gamma.observed ?? 0)
      sums.gamma.expected += own.length * (gamma.expected ?? 0)
    }
    if (cat.kind === 'value') {
      sums.cat.observed += own.length * (cat.observed ?? 0)
      sums.cat.expected += own.length * (cat.expected ?? 0)
    }
    byDocument.set(document.id, [figureOf('gamma', gamma, own.length)])
    done?.(at + 1)
  }
  const whole = ({ observed, expected }: { observed: number; expected: number }): MeasureResult =>
    expected > 0 ? { kind: 'value', value: 1 - observed / expected } : reason
  return {
    overall: [
      figureOf('gamma', whole(sums.gamma), units),
      figureOf('gamma-cat', whole(sums.cat), units),
    ],
    byDocument,
  }
}
