import { byPlace } from '../model/annotation.ts'
import type { Found } from './exchange/foreign.ts'
import { everything, type LineFormat } from './format.ts'
import { readIsnadLine } from './read-isnad.ts'
import { writeIsnadLine } from './write-isnad.ts'

function readForeign(line: string): Found[] {
  const read = readIsnadLine(line)
  if (!read.ok) {
    const { reason } = read
    const detail = reason.kind === 'newer' ? reason.format : reason.detail
    return [{ problem: { kind: reason.kind === 'newer' ? 'newer-format' : reason.kind, detail } }]
  }
  const { document, set, beside } = read.value
  const { text, title, outlet, url, published } = document
  return [
    {
      document: {
        id: document.id,
        text,
        metadata: { title, outlet, url, published },
        unit: 'utf-16',
        beside,
        sets: [
          {
            annotator: set.annotator,
            status: set.status,
            annotations: [...set.annotations].sort(byPlace).map(annotation => ({
              ...annotation,
              attributes: new Map(Object.entries(annotation.attributes)),
            })),
            relations: set.relations,
          },
        ],
      },
    },
  ]
}

/** The native format: all that an annotator said, every span in both units. Regions and origins stay in the project. */
export const isnadJsonl: LineFormat = {
  id: 'isnad',
  name: 'Isnad JSONL (isnad/1)',
  extension: '.jsonl',
  layout: 'file',
  offsets: 'utf-16 and code points',
  units: ['utf-16', 'code points'],
  capabilities: everything,
  comments: 'all',
  writer: {
    write: ({ document, remarks, sets }, { actors }) =>
      sets.map(({ set }) => ({
        file: '',
        text: `${writeIsnadLine(document, set, actors, remarks)}\n`,
      })),
  },
  reader: {
    by: 'line',
    looksLike: (_, beginning) => /^\s*\{\s*"format"\s*:\s*"isnad\/\d/.test(beginning),
    read: readForeign,
  },
  write: writeIsnadLine,
  read: readIsnadLine,
}
