import { everything, type Format } from '../format.ts'
import { csvRows } from './cells.ts'
import { claimColumns, documentColumns, headerOf, relationColumns } from './columns.ts'
import { readCsv } from './read-csv.ts'
import { writeCsv } from './write-csv.ts'

/** Tables for a spreadsheet or pandas: annotations in the main file, relations, claims and documents beside it. */
export const csv: Format = {
  id: 'csv',
  name: 'CSV',
  extension: '.csv',
  layout: 'file',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, emptySets: false },
  writer: {
    sides: ['.relations.csv', '.claims.csv', '.documents.csv'],
    head: ({ scheme }) => [
      { file: '', text: csvRows([headerOf(scheme)]) },
      { file: '.relations.csv', text: csvRows([relationColumns]) },
      { file: '.claims.csv', text: csvRows([claimColumns]) },
      { file: '.documents.csv', text: csvRows([documentColumns]) },
    ],
    write: writeCsv,
  },
  reader: {
    by: 'file',
    looksLike: (name, beginning) =>
      /\.csv$/i.test(name) && /^\ufeff?"?document_id"?[,;\t].*\bannotation_id\b/.test(beginning),
    beside: ['.documents.csv', '.relations.csv'],
    read: readCsv,
  },
}
