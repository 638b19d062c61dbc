import type { Format } from './format.ts'
import { readIsnadLine } from './read-isnad.ts'
import { writeIsnadLine } from './write-isnad.ts'

/** The native format: all that an annotator said, every span in both units. Regions and origins stay in the project. */
export const isnadJsonl: Format = {
  id: 'isnad',
  name: 'Isnad JSONL (isnad/1)',
  extension: '.jsonl',
  offsets: 'utf-16 and code points',
  capabilities: {
    overlap: true,
    discontinuous: true,
    subWord: true,
    attributes: true,
    relations: true,
    annotators: true,
    metadata: true,
  },
  write: writeIsnadLine,
  read: readIsnadLine,
}
