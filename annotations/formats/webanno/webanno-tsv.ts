import { folderOf } from '../exchange/folder-of.ts'
import { everything, type Format } from '../format.ts'
import { readTsv } from './read-tsv.ts'
import { writeTsv } from './write-tsv.ts'

/** WebAnno TSV 3.3, as INCEpTION and WebAnno exchange it: a file for each set. */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV 3.3',
  extension: '.tsv',
  layout: 'folder',
  offsets: 'utf-16',
  units: ['utf-16'],
  capabilities: { ...everything, discontinuous: false, metadata: false, trims: 'white-space' },
  writer: {
    write: ({ document, sets }, context) =>
      sets.map(({ set, kept }) => ({
        file: `${folderOf(set)}${document.id}.tsv`,
        text: writeTsv(document, set, context.scheme, kept),
      })),
  },
  reader: {
    by: 'file',
    looksLike: (_, beginning) => beginning.startsWith('#FORMAT=WebAnno TSV 3'),
    read: readTsv,
  },
}
