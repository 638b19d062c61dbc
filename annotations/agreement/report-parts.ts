import type { AgreementReport, Figure, ReportNote } from './report-shape.ts'
import {
  blocksOf,
  coverFigure,
  f1Figures,
  precisionRecall,
  type Resampling,
} from './span-figures.ts'
import type { DocumentData } from './study.ts'
import { unitizingFigures } from './unit-figures.ts'
import {
  projected,
  type RowTable,
  rowTable,
  type WordFigureId,
  wordFigures,
} from './word-figures.ts'

/** All that the parts of a report are reckoned from. */
export type Whole = {
  readonly documents: readonly DocumentData[]
  readonly annotators: readonly string[]
  /** Numbers of annotators who share a document. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly table: RowTable
  readonly blocks: ReturnType<typeof blocksOf>
  readonly resampling: Resampling
}

const onOneLabel: WordFigureId[] = [
  'token-alpha',
  'token-kappa',
  'token-pi',
  'token-ac1',
  'token-percent',
]

/** What it costs to make one set of the other, of all pairs or of one: spans that only one of them has. */
export const costOf = ({ pairs }: DocumentData, only?: readonly [number, number]) =>
  pairs
    .filter(({ one, two }) => !only || (only[0] === one && only[1] === two))
    .reduce((sum, { blocks }) => {
      let cost = 0
      for (const block of blocks)
        for (let at = 0; at < block.length; at += 4)
          cost += (block[at] ?? 0) + (block[at + 1] ?? 0) - 2 * (block[at + 2] ?? 0)
      return sum + cost
    }, 0)

const sharing = (documents: readonly DocumentData[], pair: readonly [number, number]) =>
  documents.filter(({ annotators }) => pair.every(at => annotators.includes(at)))

/** The pairs that share a document, and a note of each that shares none. */
export function pairsOf(documents: readonly DocumentData[], annotators: readonly string[]) {
  const pairs: [number, number][] = []
  const notes: ReportNote[] = []
  for (const [one, annotator] of annotators.entries())
    for (let two = one + 1; two < annotators.length; two++) {
      if (sharing(documents, [one, two]).length > 0) pairs.push([one, two])
      else {
        const about = { document: '', title: '', annotator, detail: annotators[two] ?? '' }
        notes.push({ kind: 'never-together', ...about })
      }
    }
  return { pairs, notes }
}

/** F1 strict and relaxed, and α over words: what a part of the corpus is told by. */
export function inShort(documents: readonly DocumentData[], resampling?: Resampling): Figure[] {
  const table = projected(rowTable(documents.flatMap(({ tokens }) => tokens)), {})
  return [
    ...f1Figures(blocksOf(documents), undefined, resampling),
    ...wordFigures(table, ['token-alpha'], resampling),
  ]
}

/** The figures of one label, by its number. */
export const labelFigures = (
  { documents, pairs, table, blocks, resampling }: Whole,
  label: number,
): Figure[] => [
  ...f1Figures(blocks, label, resampling),
  coverFigure(documents, label),
  ...wordFigures(projected(table, { label }), onOneLabel, resampling),
  ...unitizingFigures(documents, pairs, label),
]

/** Two annotators, by the documents that both have. */
export function pairPart(
  { documents, annotators, resampling }: Whole,
  pair: readonly [number, number],
): AgreementReport['byPair'][number] {
  const [one, two] = pair
  const shared = sharing(documents, pair)
  const own = blocksOf(
    shared.map(document => ({
      ...document,
      pairs: document.pairs.filter(other => other.one === one && other.two === two),
    })),
  )
  const words = projected(rowTable(shared.flatMap(({ tokens }) => tokens)), { columns: pair })
  return {
    one: annotators[one] ?? '',
    two: annotators[two] ?? '',
    documents: shared.length,
    cost: shared.reduce((sum, document) => sum + costOf(document, pair), 0),
    figures: [
      ...f1Figures(own, undefined, resampling),
      ...precisionRecall([...own.pairs.values()][0]),
      ...wordFigures(words, ['token-alpha', 'token-kappa', 'token-ac1'], resampling),
    ],
  }
}

/** Each annotator, with how much they did. */
export const annotatorParts = ({ documents, annotators }: Whole): AgreementReport['annotators'] =>
  annotators.map((name, at) => ({
    name,
    documents: documents.filter(one => one.annotators.includes(at)).length,
    annotations: documents.reduce(
      (sum, one) => sum + (one.annotations[one.annotators.indexOf(at)] ?? 0),
      0,
    ),
  }))

/** The passages that cost most, by how much of the whole cost they are. */
export function passageParts(
  { documents, annotators }: Whole,
  labels: readonly string[],
  most: number,
): AgreementReport['passages'] {
  const cost = documents.reduce((sum, one) => sum + costOf(one), 0)
  return documents
    .flatMap(({ id, title, passages }) =>
      passages.map(({ said, ...passage }) => ({
        document: id,
        title,
        ...passage,
        share: cost > 0 ? passage.cost / cost : 0,
        said: said.map(({ annotator, label, start, end }) => ({
          annotator: annotators[annotator] ?? '',
          label: labels[label] ?? '',
          start,
          end,
        })),
      })),
    )
    .sort((a, b) => b.cost - a.cost)
    .slice(0, most)
}
