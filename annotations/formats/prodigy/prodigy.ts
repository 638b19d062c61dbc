import { everything, type Format } from '../format.ts'
import { readProdigy } from './read-prodigy.ts'
import { writeProdigy } from './write-prodigy.ts'

/** Prodigy's and spaCy's JSONL, with tokens that rebuild the text and are cut where annotations cut them. */
export const prodigy: Format = {
  id: 'prodigy',
  name: 'Prodigy / spaCy JSONL',
  extension: '.jsonl',
  layout: 'file',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, discontinuous: false },
  writer: {
    write: ({ document, sets }, context) =>
      sets.map(({ set, kept }) => ({
        file: '',
        text: `${writeProdigy(document, set, kept, context)}\n`,
      })),
  },
  reader: {
    by: 'line',
    looksLike: (name, beginning) =>
      /\.(jsonl|ndjson)$/i.test(name) &&
      /^\s*\{/.test(beginning) &&
      /"text"\s*:/.test(beginning) &&
      /"(spans|ents|tokens|_input_hash|_task_hash|answer)"\s*:/.test(beginning) &&
      !/"ner_tags"\s*:/.test(beginning),
    read: readProdigy,
  },
}
