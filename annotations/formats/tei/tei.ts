import { everything, type Format } from '../format.ts'
import { readTei } from './read-tei.ts'
import { writeTei } from './write-tei.ts'

/** TEI P5 stand-off: a file for each document, all sets on it inside. */
export const tei: Format = {
  id: 'tei',
  name: 'TEI P5 (stand-off)',
  extension: '.xml',
  layout: 'folder',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, controls: false },
  comments: 'all',
  writer: {
    write: (piece, { unit }) => [{ file: `${piece.document.id}.xml`, text: writeTei(piece, unit) }],
  },
  reader: {
    by: 'file',
    looksLike: (_, beginning) =>
      /<(?:\w+:)?TEI\b/.test(beginning) && beginning.includes('http://www.tei-c.org/ns/1.0'),
    read: readTei,
  },
}
