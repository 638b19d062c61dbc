import { basename } from 'node:path'
import type { DocumentMetadata } from '../../annotations/model/document.ts'
import { guessMapping, type TableMapping } from '../../annotations/model/table-mapping.ts'
import { printedDate } from '../../annotations/text/printed-date.ts'
import { appError, failureOf } from '../app-error.ts'
import type { Read } from './import-articles.ts'
import { foldLineEnds } from './line-ends.ts'
import { articleFrom, type ReadTable } from './read-article.ts'
import type { Row } from './table-rows.ts'

const isoDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|[T ])/

/** A date as tables have it: ISO, with or without a time, or as it is printed. Others are left out. */
function dateIn(cell: string | undefined): string | undefined {
  const said = cell?.trim() ?? ''
  return isoDate.exec(said)?.[0] ?? printedDate(said)
}

function metadataOf(cells: Row & { kind: 'row' }, mapping: TableMapping) {
  const said: Partial<DocumentMetadata> = {}
  for (const field of ['title', 'outlet', 'author', 'url'] as const) {
    const column = mapping[field]
    const value = column === undefined ? undefined : cells.cells[column]?.trim()
    if (value) said[field] = value
  }
  const date = mapping.published && dateIn(cells.cells[mapping.published])
  if (date) said.published = date
  return said
}

/** Columns as a message names them: not all of thousands, nor a name that is a text. */
const someOf = (columns: readonly string[]) =>
  columns
    .slice(0, 20)
    .map(name => (name.length > 60 ? `${name.slice(0, 60)}…` : name))
    .join(', ') + (columns.length > 20 ? ', …' : '')

/** Every row of a table as an article, each named by its line; a table without a column of text is refused whole. */
export function readTable(read: ReadTable, asked: TableMapping | undefined): Read[] {
  const { file, kind, table, decision, lineEnds } = read
  const mapping = asked ?? guessMapping(table.columns)
  if (!mapping) throw appError('no-text-column', { file, columns: someOf(table.columns) })
  const missing = Object.values(mapping).find(column => !table.columns.includes(column))
  if (missing !== undefined) throw appError('no-such-column', { file, column: missing })
  return table.rows.map((row): Read => {
    const place = `${file}#${row.at}`
    if (row.kind === 'bad')
      return {
        kind: 'rejected',
        file: place,
        failure: { code: 'not-json', params: { file: place, detail: row.detail } },
      }
    try {
      const { text } = foldLineEnds(row.cells[mapping.text] ?? '')
      const origin = { file: `${basename(file)}#${row.at}`, kind, lineEnds, decision }
      return {
        kind: 'read',
        file: place,
        article: articleFrom(text, metadataOf(row, mapping), origin, place),
      }
    } catch (error) {
      const failure = failureOf(error, place)
      if (failure.code === 'internal') throw error
      return { kind: 'rejected', file: place, failure }
    }
  })
}
