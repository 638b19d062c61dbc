import { folderOf } from '../exchange/folder-of.ts'
import { everything, type Format } from '../format.ts'
import { commentsOf } from '../line-comments.ts'
import { bratConfiguration } from './configuration.ts'
import { readBrat } from './read-brat.ts'
import { writeBrat } from './write-brat.ts'

/** brat standoff: a `.txt` and a `.ann` for each set, and the `annotation.conf` of the scheme. */
export const brat: Format = {
  id: 'brat',
  name: 'brat standoff',
  extension: '.ann',
  layout: 'folder',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, order: false, metadata: false, trims: 'line-ends' },
  comments: 'annotations',
  writer: {
    head: ({ scheme }) => [{ file: 'annotation.conf', text: bratConfiguration(scheme) }],
    write: ({ document, remarks = [], sets }, context) =>
      sets.flatMap(({ set, kept }) => {
        const path = `${folderOf(set)}${document.id}`
        return [
          { file: `${path}.txt`, text: document.text },
          {
            file: `${path}.ann`,
            text: writeBrat(document, set, kept, context.unit, commentsOf(remarks, set)),
          },
        ]
      }),
  },
  reader: {
    by: 'file',
    looksLike: name => /\.ann$/i.test(name),
    beside: ['.txt'],
    read: readBrat,
  },
}
