import { costlyPassages, type Passage } from './costly-passages.ts'
import { type AttributePairs, pairAttributes } from './pair-attributes.ts'
import { type ClaimSums, pairClaims, type RelationCounts } from './pair-claims.ts'
import { type PairSpans, pairSpans } from './pair-spans.ts'
import { prepareDocument, type StudyNote } from './prepare-document.ts'
import type { Marked, Prepared, Study, StudyDocument } from './study-document.ts'
import { placeRows, type RowCounts, sentenceRows, tokenRows } from './unit-rows.ts'

/** What two annotators' work on one document says. Annotators by number, the lower first. */
export type PairData = Pick<PairSpans, 'blocks' | 'covers' | 'verdicts' | 'confusion'> & {
  one: number
  two: number
  attributes: Map<string, AttributePairs>
  relations: RelationCounts
  claims: ClaimSums
}

/** Units as flat triples: start, end, label. */
export type FlatUnits = { annotator: number; units: Int32Array }

/** A document made into the data that measures take; nothing of its text is kept but the costly passages. */
export type DocumentData = {
  id: string
  title: string
  outlet: string | undefined
  length: number
  annotators: number[]
  annotations: number[]
  pairs: PairData[]
  /** By block. */
  tokens: RowCounts[]
  sentences: RowCounts
  places: RowCounts
  units: FlatUnits[]
  passages: (Passage & { quote: string })[]
}

/** How many passages of one document are kept, and how much of their text (UTF-16 units). */
const passagesKept = 5
const quoteKept = 160

const flat = ({ annotator, marks }: Marked): FlatUnits => ({
  annotator,
  units: Int32Array.from(
    marks.flatMap(({ parts, label }) => parts.flatMap(([start, end]) => [start, end, label])),
  ),
})

function pairsOf({ marked, blocks }: Prepared, study: Study): PairData[] {
  const claim = study.labels.indexOf('claim')
  const pairs: PairData[] = []
  for (const [at, one] of marked.entries())
    for (const two of marked.slice(at + 1)) {
      const spans = pairSpans(one, two, study.labels.length, blocks)
      const { relations, claims } = pairClaims(one, two, spans, claim)
      pairs.push({
        one: one.annotator,
        two: two.annotator,
        blocks: spans.blocks,
        covers: spans.covers,
        verdicts: spans.verdicts,
        confusion: spans.confusion,
        attributes: pairAttributes(spans),
        relations,
        claims,
      })
    }
  return pairs
}

/**
 * From annotation sets to data, one document at a time: spans as units on a continuum and as items (tokens, sentences,
 * the union of places), attributes and actors and dates on matched spans, relations, chains, whole claims.
 */
export function studyDocument(
  document: StudyDocument,
  study: Study,
): { data: DocumentData | undefined; notes: StudyNote[] } {
  const { prepared, notes } = prepareDocument(document, study)
  if (!prepared) return { data: undefined, notes }
  const { marked } = prepared
  const data: DocumentData = {
    id: document.id,
    title: document.title,
    outlet: document.outlet,
    length: document.text.length,
    annotators: marked.map(({ annotator }) => annotator),
    annotations: marked.map(({ marks }) => marks.length),
    pairs: pairsOf(prepared, study),
    tokens: tokenRows(prepared, study),
    sentences: sentenceRows(prepared, study),
    places: placeRows(prepared, study),
    units: marked.map(flat),
    passages: costlyPassages(prepared, passagesKept).map(passage => ({
      ...passage,
      quote: document.text.slice(passage.start, Math.min(passage.end, passage.start + quoteKept)),
    })),
  }
  return { data, notes }
}
