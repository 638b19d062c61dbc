import { everything, type Format, type Writer } from '../format.ts'
import type { Scheme } from './layers.ts'
import { readRows } from './read-rows.ts'
import { writeRows } from './rows.ts'

const capabilities = {
  ...everything,
  discontinuous: false,
  subWord: false,
  attributes: false,
  relations: false,
  metadata: false,
  trims: 'white-space',
} as const

const writer = (scheme: Scheme): Writer => ({
  write: ({ document, sets }) =>
    sets.map(({ set }) => ({ file: '', text: writeRows(document, set, scheme) })),
})

const looksLike = (scheme: RegExp) => (name: string, beginning: string) =>
  /\.(conll\d*|txt|iob2?|bio|bioes|iobes|tsv)$/i.test(name) &&
  !beginning.startsWith('#FORMAT=') &&
  scheme.test(beginning)

/** CoNLL-2003: token, POS, chunk, NER in IOB2, a further column for each layer of nested annotations. */
export const conll: Format = {
  id: 'conll',
  name: 'CoNLL-2003 / IOB2',
  extension: '.conll',
  layout: 'file',
  offsets: 'tokens',
  units: ['utf-16'],
  capabilities,
  writer: writer('iob2'),
  reader: {
    by: 'file',
    looksLike: looksLike(/^-DOCSTART-|[ \t]O\r?\n|[ \t][BI]-[A-Za-z_-]+\r?\n/),
    read: readRows,
  },
}

/** The same rows tagged BIOES. */
export const bioes: Format = {
  ...conll,
  id: 'bioes',
  name: 'CoNLL / BIOES',
  writer: writer('bioes'),
  reader: {
    by: 'file',
    looksLike: looksLike(/[ \t][ES]-[A-Za-z_-]+(?=[ \r\n])/),
    read: readRows,
  },
}
