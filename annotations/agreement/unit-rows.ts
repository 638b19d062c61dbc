import { countWhile } from '../text/count-while.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { blockAt } from './block-at.ts'
import type { Marked, Prepared, Study } from './study-document.ts'

/** Rows by what each annotator said of a unit, and how many units say so. Columns are the study's annotators. */
export type RowCounts = Map<string, number>

/** In a row's key: between columns, between the labels of one column, and for who did not work on the document. */
const column = '|'
const missing = '-'

/** The labels (by number) of each column of a row; null is missing. */
export function rowOf(key: string): (number[] | null)[] {
  return key
    .split(column)
    .map(cell => (cell === missing ? null : cell === '' ? [] : cell.split('+').map(Number)))
}

const cellOf = (labels: ReadonlySet<number> | undefined) =>
  labels ? [...labels].sort((a, b) => a - b).join('+') : ''

function count(rows: RowCounts, cells: readonly string[]) {
  const key = cells.join(column)
  rows.set(key, (rows.get(key) ?? 0) + 1)
}

/** Which of some stretches (in text order, apart) each label of one annotator touches. */
function touched({ marks }: Marked, stretches: readonly Stretch[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const { parts, label } of marks)
    for (const [start, end] of parts) {
      const first = countWhile(stretches.length, at => (stretches[at] as Stretch).end <= start)
      for (let at = first; at < stretches.length && (stretches[at]?.start ?? 0) < end; at++) {
        const labels = found.get(at) ?? new Set()
        found.set(at, labels.add(label))
      }
    }
  return found
}

function cellsFor(study: Study, marked: readonly Marked[]) {
  const cells = study.annotators.map(() => missing)
  for (const { annotator } of marked) cells[annotator] = ''
  return cells
}

/** What every annotator said of each stretch: the set of labels that touch it. By block. */
function rowsOver(
  { marked, blocks }: Prepared,
  study: Study,
  stretches: readonly Stretch[],
): RowCounts[] {
  const rows: RowCounts[] = blocks.map(() => new Map())
  const base = cellsFor(study, marked)
  const by = marked.map(one => ({ annotator: one.annotator, labels: touched(one, stretches) }))
  const quiet = base.join(column)
  for (const [at, { start }] of stretches.entries()) {
    const block = rows[blockAt(blocks, start)] as RowCounts
    if (by.every(({ labels }) => !labels.has(at))) {
      block.set(quiet, (block.get(quiet) ?? 0) + 1)
      continue
    }
    const cells = [...base]
    for (const { annotator, labels } of by) cells[annotator] = cellOf(labels.get(at))
    count(block, cells)
  }
  return rows
}

export const tokenRows = (prepared: Prepared, study: Study): RowCounts[] =>
  rowsOver(prepared, study, prepared.words)

const sentences = new Intl.Segmenter('ar', { granularity: 'sentence' })

/** Sentences by Unicode's rules (UAX 29) for Arabic; a line end ends one, too. */
export function sentenceRows(prepared: Prepared, study: Study): RowCounts {
  const { text } = prepared.document
  const stretches: Stretch[] = []
  for (const { index, segment } of sentences.segment(text))
    if (segment.trim() !== '') stretches.push({ start: index, end: index + segment.length })
  const [rows] = rowsOver({ ...prepared, blocks: [0] }, study, stretches)
  return rows ?? new Map()
}

/** The union of spans: every place that somebody marked, and which labels each put on exactly that place. */
export function placeRows({ marked }: Prepared, study: Study): RowCounts {
  const rows: RowCounts = new Map()
  const base = cellsFor(study, marked)
  const places = new Map<string, Map<number, Set<number>>>()
  for (const { annotator, marks } of marked)
    for (const { place, label } of marks) {
      const by = places.get(place) ?? new Map<number, Set<number>>()
      places.set(place, by)
      by.set(annotator, (by.get(annotator) ?? new Set()).add(label))
    }
  for (const by of places.values()) {
    const cells = [...base]
    for (const [annotator, labels] of by) cells[annotator] = cellOf(labels)
    count(rows, cells)
  }
  return rows
}
