import { claimRecords } from '../../claims/claim-record.ts'
import { extentOf } from '../../model/annotation.ts'
import { type Cell, csvRows } from '../csv/cells.ts'
import { everything, type Format, type Piece, type WriteContext } from '../format.ts'

const columns = [
  'ID',
  'Start',
  'End',
  'Document ID',
  'Document title',
  'Document author',
  'Document source',
  'Document date',
  'Coder',
  'Text',
  'person',
  'organization',
  'concept',
  'agreement',
  'attribution',
] as const

/** People, by the kind of source or else of actor. */
const people = ['person', 'anonymous-source', 'named-person', 'titled-person', 'informed-sources']
const isPerson = (kind: string | null) =>
  kind !== null && (people.includes(kind) || kind.startsWith('anonymous-'))

/** What of stances is agreement: 0 of those that reject or doubt what is said, else 1, as DNA counts. */
const agreement = (stance: string | null): Cell =>
  stance === 'denies' || stance === 'doubts' ? 0 : 1

/** A statement for each claim and its innermost source: who is said to have said it. Offsets are UTF-16, as Java counts. */
function rows({ document, sets }: Piece, { actors }: WriteContext): Cell[][] {
  const { id, title, author, outlet, published } = document
  return sets.flatMap(({ set }) => {
    const byId = new Map(set.annotations.map(one => [one.id, one]))
    return claimRecords(set, actors).map((claim): Cell[] => {
      const annotation = byId.get(claim.id)
      const { start, end } = annotation ? extentOf(annotation) : { start: 0, end: 0 }
      const source = claim.sources.at(-1)
      const name = source?.name ?? source?.quote ?? ''
      const chain = claim.sources.map(({ name, quote }) => name ?? quote).join(' ← ')
      return [
        `${id}.${set.annotator}.${claim.id}`,
        ...[start, end, id, title, author, outlet, published, set.annotator, claim.quote],
        isPerson(source?.kind ?? null) ? name : '',
        isPerson(source?.kind ?? null) ? '' : name,
        claim.proposition ?? claim.quote,
        agreement(claim.stance),
        chain,
      ]
    })
  })
}

/** Statements as the Discourse Network Analyzer has them: a row a claim. Written, not read. */
export const dna: Format = {
  id: 'dna',
  name: 'DNA statements (CSV)',
  extension: '.csv',
  layout: 'file',
  offsets: 'utf-16',
  units: ['utf-16'],
  capabilities: { ...everything, onlyLabel: 'claim', seesAll: true, emptySets: false },
  writer: {
    head: () => [{ file: '', text: csvRows([columns]) }],
    write: (piece, context) => [{ file: '', text: csvRows(rows(piece, context)) }],
  },
}
