import type { Stretch } from '../../text/paragraphs.ts'
import type { FormatProblem } from '../format.ts'
import { unescaped } from './escapes.ts'

export type TsvRow = Stretch & { name: string; columns: string[]; line: number }

/** A sentence's own id, and its words. */
export type TsvSentence = { id: string | undefined; tokens: TsvRow[] }

export type TsvFile = {
  header: string[]
  sentences: TsvSentence[]
  rows: TsvRow[]
  /** The text, its offsets those of the rows; what stands between sentences is guessed. */
  text: string
  problems: FormatProblem[]
}

type Sentence = { id: string | undefined; lines: string[]; rows: TsvRow[] }

const rowPattern = /^(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t/
/** Offsets that leave a gap this wide are no text's. */
const widestGap = 1_000_000

const isToken = ({ name }: TsvRow) => !name.includes('.')

/** The sentence's text as its tokens say it stands; tools differ in what of it they escape. */
function textOf({ lines, rows }: Sentence): string {
  const tokens = rows.filter(isToken)
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  const raw = lines.join('\n')
  const fits = (text: string) =>
    text.length >= end - start &&
    tokens.every(token => {
      const said = token.columns[0] ?? ''
      const there = text.slice(token.start - start, token.end - start)
      return there === said || there === unescaped(said)
    })
  const found = [unescaped(raw), raw].find(fits)
  if (found !== undefined) return found
  let text = ''
  for (const token of tokens) {
    const gap = token.start - start - text.length
    if (gap > 0 && gap < widestGap) text += ' '.repeat(gap)
    const said = unescaped(token.columns[0] ?? '')
    text += said.padEnd(Math.min(token.end - token.start, said.length + 64))
  }
  return text
}

/** Header, rows and text of a TSV file. */
export function readTsvRows(file: string): TsvFile {
  const problems: FormatProblem[] = []
  const header: string[] = []
  const sentences: Sentence[] = []
  let sentence: Sentence | undefined
  let id: string | undefined
  const begin = () => {
    const one: Sentence = { id, lines: [], rows: [] }
    id = undefined
    sentences.push(one)
    return one
  }
  for (const [at, raw] of file.split('\n').entries()) {
    const line = raw.replace(/\r$/, '')
    if (line === '') {
      sentence = undefined
      continue
    }
    if (line.startsWith('#FORMAT=') || line.startsWith('#T_')) {
      header.push(line)
      continue
    }
    const match = rowPattern.exec(line)
    if (!match && /^#[A-Za-z]/.test(line)) {
      if (line.startsWith('#Sentence.id=')) id = unescaped(line.slice('#Sentence.id='.length))
      if (!line.startsWith('#Text=')) continue
      if (!sentence || sentence.rows.length > 0) sentence = begin()
      sentence.lines.push(line.slice('#Text='.length))
      continue
    }
    if (!match) {
      problems.push({ kind: 'bad-line', element: `${at + 1}`, detail: line.slice(0, 120) })
      continue
    }
    sentence ??= begin()
    const [, name = '', start = '', end = ''] = match
    const [, , ...columns] = line.split('\t')
    sentence.rows.push({ name, start: Number(start), end: Number(end), columns, line: at + 1 })
  }
  let text = ''
  for (const one of sentences) {
    const first = one.rows.find(isToken)?.start
    if (first === undefined) continue
    const gap = first - text.length
    if (gap > widestGap) problems.push({ kind: 'span-outside-text', detail: `${first}` })
    // As INCEpTION does it: each line ends, what is missing is space.
    else if (gap > 0) text += text === '' ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`
    // The last sentence alone may have white space after it.
    text = text.slice(0, Math.max(first, 0)) + textOf(one)
  }
  return {
    header,
    sentences: sentences
      .filter(({ rows }) => rows.some(isToken))
      .map(({ id, rows }) => ({ id, tokens: rows.filter(isToken) })),
    rows: sentences.flatMap(({ rows }) => rows),
    text,
    problems,
  }
}
