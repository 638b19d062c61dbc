import { documentId } from '../../model/annotation-set.ts'
import type { ForeignAnnotation, Found } from '../exchange/foreign.ts'
import type { FormatProblem, Source } from '../format.ts'
import { isTag, runsOf } from './layers.ts'

type Row = { words: string[]; line: number }
type Reading = {
  start: Row | undefined
  line: number
  sentences: Row[][]
  problems: FormatProblem[]
}

const columnsOf = (line: string) =>
  (line.includes('\t') ? line.split('\t') : line.split(/ +/)).filter(
    (word, at, all) => word !== '' || at < all.length - 1,
  )

/** Columns of tags: the last, and of more than four all from the fourth that hold nothing else. */
function tagColumns(rows: readonly Row[]): number[] {
  const width = rows[0]?.words.length ?? 0
  if (width <= 4) return width > 1 ? [width - 1] : []
  const found: number[] = []
  for (let at = 3; at < width; at++)
    if (rows.every(({ words }) => isTag(words[at] ?? 'O'))) found.push(at)
  return found
}

function documentFrom({ start, line, sentences, problems }: Reading): Found {
  const rows = sentences.flat()
  const places: [number, number][] = []
  let text = ''
  for (const sentence of sentences) {
    if (text !== '') text += '\n'
    for (const [at, { words }] of sentence.entries()) {
      if (at > 0) text += ' '
      places.push([text.length, text.length + (words[0]?.length ?? 0)])
      text += words[0] ?? ''
    }
  }
  const annotations = tagColumns(rows).flatMap(column =>
    runsOf(sentences.map(sentence => sentence.map(({ words }) => words[column] ?? 'O'))).map(
      ({ label, first, last }): ForeignAnnotation => ({
        label,
        spans: [{ start: places[first]?.[0] ?? 0, end: places[last]?.[1] ?? 0 }],
      }),
    ),
  )
  const [, id, annotator] = start?.words ?? []
  const known = documentId.safeParse(id)
  const named = known.success && annotator !== undefined
  return {
    line,
    document: {
      id: known.success ? known.data : undefined,
      text,
      metadata: {},
      unit: 'utf-16',
      unitIsFixed: true,
      problems,
      sets: [{ annotator: named ? decode(annotator) : undefined, annotations, relations: [] }],
    },
  }
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** Rows of tokens: CoNLL-2003, IOB1, IOB2, BIOES, BILOU, in any number of columns. */
export function* readRows({ text }: Source): Generator<Found> {
  let reading: Reading | undefined
  let width = 0
  let line = 0
  let sentence: Row[] = []
  const begin = (start: Row | undefined): Reading => ({ start, line, sentences: [], problems: [] })
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    const raw = text.slice(from, end).replace(/\r$/, '')
    from = end + 1
    line++
    if (raw.trim() === '') {
      sentence = []
      continue
    }
    const words = columnsOf(raw)
    if (words[0] === '-DOCSTART-') {
      if (reading && reading.sentences.length > 0) yield documentFrom(reading)
      reading = begin({ words, line })
      width = 0
      sentence = []
      continue
    }
    reading ??= begin(undefined)
    const isComment = raw.startsWith('#') && !isTag(words.at(-1) ?? '')
    if (isComment) continue
    if (width === 0) width = words.length
    if (words.length !== width || width < 2) {
      reading.problems.push({ kind: 'bad-line', element: `${line}`, detail: raw.slice(0, 120) })
      continue
    }
    if (sentence.length === 0) reading.sentences.push(sentence)
    sentence.push({ words, line })
  }
  if (reading && reading.sentences.length > 0) yield documentFrom(reading)
  else if (!reading) yield { problem: { kind: 'no-text' } }
}
