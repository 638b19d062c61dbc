import { closest, matchSpans } from './match-spans.ts'
import { distinct, type LabelledSpan, placeKey, type SpanPair } from './span.ts'

export const schemes = ['strict', 'exact', 'partial', 'type'] as const
export type Scheme = (typeof schemes)[number]

/** Names of SemEval-2013 task 9.1 (after MUC): correct, incorrect, partial, missing, spurious, possible, actual. */
export type SchemeCounts = {
  COR: number
  INC: number
  PAR: number
  MIS: number
  SPU: number
  POS: number
  ACT: number
  P: number | null
  R: number | null
  F1: number | null
}

/** What a matched pair is under a scheme. A wrong type on the right span is INC, not missing and spurious. */
export function verdictOf(
  scheme: Scheme,
  gold: LabelledSpan,
  predicted: LabelledSpan,
): 'COR' | 'INC' | 'PAR' {
  const samePlace = placeKey(gold) === placeKey(predicted)
  const sameType = gold.label === predicted.label
  switch (scheme) {
    case 'strict':
      return samePlace && sameType ? 'COR' : 'INC'
    case 'exact':
      return samePlace ? 'COR' : 'INC'
    case 'partial':
      return samePlace ? 'COR' : 'PAR'
    case 'type':
      return sameType ? 'COR' : 'INC'
  }
}

export function schemeScores(
  counts: Pick<SchemeCounts, 'COR' | 'INC' | 'PAR' | 'MIS' | 'SPU'>,
): SchemeCounts {
  const { COR, INC, PAR, MIS, SPU } = counts
  const POS = COR + INC + PAR + MIS
  const ACT = COR + INC + PAR + SPU
  const credit = COR + PAR / 2
  const P = ACT === 0 ? null : credit / ACT
  const R = POS === 0 ? null : credit / POS
  const F1 = POS + ACT === 0 ? null : (2 * credit) / (POS + ACT)
  return { COR, INC, PAR, MIS, SPU, POS, ACT, P, R, F1 }
}

/** Segura-Bedmar et al. (2013). Spans are matched one to one where they overlap, the same place and type first. */
export function semevalCounts(pair: SpanPair): Record<Scheme, SchemeCounts> {
  const gold = distinct(pair.gold)
  const predicted = distinct(pair.predicted)
  const matches = matchSpans(gold, predicted, closest)
  const of = (scheme: Scheme) => {
    const counts = {
      COR: 0,
      INC: 0,
      PAR: 0,
      MIS: gold.length - matches.length,
      SPU: predicted.length - matches.length,
    }
    for (const match of matches)
      counts[
        verdictOf(
          scheme,
          gold[match.gold] as LabelledSpan,
          predicted[match.predicted] as LabelledSpan,
        )
      ]++
    return schemeScores(counts)
  }
  return { strict: of('strict'), exact: of('exact'), partial: of('partial'), type: of('type') }
}
