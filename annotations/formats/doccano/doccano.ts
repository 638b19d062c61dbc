import { everything, type Format } from '../format.ts'
import { commentTexts } from '../line-comments.ts'
import { readDoccano } from './read-doccano.ts'
import { writeDoccano } from './write-doccano.ts'

/** doccano, sequence labelling. Its offsets are code points unless a project is in grapheme mode. */
export const doccano: Format = {
  id: 'doccano',
  name: 'doccano JSONL',
  extension: '.jsonl',
  layout: 'file',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, discontinuous: false, attributes: false, order: false },
  comments: 'all',
  writer: {
    write: ({ document, remarks = [], sets }, context) =>
      sets.map(({ set, kept }) => ({
        file: '',
        text: `${writeDoccano(document, set, kept, context, commentTexts(remarks, set.annotator))}\n`,
      })),
  },
  reader: {
    by: 'line',
    looksLike: (name, beginning) =>
      /\.(jsonl|ndjson|json)$/i.test(name) &&
      /^\s*\{/.test(beginning) &&
      /"(text|data)"\s*:/.test(beginning) &&
      /"(label|labels|entities|annotations|Comments)"\s*:\s*\[/.test(beginning),
    read: readDoccano,
  },
}
