import { type Cell, csvRows } from '../formats/csv/cells.ts'
import type { Board } from './board.ts'
import type { Network } from './network.ts'
import type { Profile } from './profile.ts'
import { sourceClasses } from './source-class.ts'
import type { Statistics } from './statistics.ts'
import type { Timeline } from './timeline.ts'

/** Column names are words of the data, the same in every language, for a program is to read them. */
export function boardCsv({ rows, columns, cells }: Board): string {
  const row = new Map(rows.map(one => [one.key, one]))
  const column = new Map(columns.map(one => [one.key, one]))
  return csvRows([
    [
      'subject',
      'code',
      'text',
      'column',
      'name',
      'for',
      'against',
      'neutral',
      'stances',
      'contradicted',
    ],
    ...cells.map((cell): Cell[] => {
      const [subject, who] = [row.get(cell.row), column.get(cell.column)]
      const stances = Object.entries(cell.stances)
        .map(([stance, count]) => `${stance || 'none'}:${count}`)
        .join(' ')
      return [
        ...[cell.row, subject?.code, subject?.text.ar, cell.column, who?.name.ar],
        ...[cell.for, cell.against, cell.neutral, stances, subject?.contradicted.join(' ')],
      ]
    }),
  ])
}

export function timelineCsv({ lanes, marks }: Timeline): string {
  const lane = new Map(lanes.map(one => [one.key, one.name.ar]))
  return csvRows([
    [
      ...['lane', 'name', 'published', 'value', 'mod', 'precision', 'from', 'before', 'side'],
      ...['stance', 'claim', 'outlet', 'document', 'annotator', 'start', 'end'],
    ],
    ...marks.map((mark): Cell[] => {
      const { line } = mark
      return [
        ...[mark.lane, lane.get(mark.lane), line.published, mark.value, mark.mod, mark.precision],
        ...[mark.from, mark.to, line.side, line.stance, line.quote, line.outlet],
        ...[line.document, line.annotator, line.start, line.end],
      ]
    }),
  ])
}

export function networkCsv({ nodes, ties, kind }: Network): string {
  const name = new Map(nodes.map(one => [one.key, one.name.ar]))
  return csvRows([
    ['network', 'a', 'a_name', 'b', 'b_name', 'weight', 'side'],
    ...ties.map(({ a, b, weight, side }): Cell[] => [
      kind,
      ...[a, name.get(a), b, name.get(b)],
      weight,
      side,
    ]),
    [],
    [
      ...['node', 'type', 'name', 'kind', 'statements', 'degree', 'strength', 'betweenness'],
      'community',
    ],
    ...nodes.map((node): Cell[] => [
      ...[node.key, node.type, node.name.ar, node.kind, node.statements, node.degree],
      ...[node.strength, node.betweenness, node.community],
    ]),
  ])
}

export function profileCsv({ rows }: Profile): string {
  return csvRows([
    [
      ...['outlet', 'documents', 'statements', ...sourceClasses, 'relayed', 'via_media'],
      ...['direct', 'mixed', 'indirect', 'sources', 'cited'],
    ],
    ...rows.map((row): Cell[] => [
      ...[row.outlet, row.documents, row.statements],
      ...sourceClasses.map(id => row.sources[id]),
      ...[row.relayed, row.viaMedia, row.direct, row.mixed, row.indirect, row.citedAll],
      row.cited.map(({ name, statements }) => `${name.ar} (${statements})`).join('; '),
    ]),
  ])
}

function statisticsRows(found: Statistics): Cell[][] {
  const { documents, published, claims, actors, dates } = found
  return [
    ['documents', documents.all],
    ['documents annotated', documents.annotated],
    ['outlets', documents.outlets],
    ['words', documents.words],
    ['published first', published.first],
    ['published last', published.last],
    ['documents without publication date', published.undated],
    ['annotations', found.annotations],
    ...found.labels.flatMap(({ label, count, perThousandWords }): Cell[][] => [
      [`label ${label}`, count],
      [`label ${label} per 1,000 words`, perThousandWords],
    ]),
    ['claims', claims.all],
    ['claims that point to a proposition', claims.coded],
    ['claims with dates', claims.withDates],
    ...Object.entries(claims.byStance).map(([stance, n]): Cell[] => [
      `claims stance ${stance || 'none'}`,
      n,
    ]),
    ['actors linked', actors.linked],
    ['actors in the register', actors.register],
    ['dates spoken of', dates.placed],
    ['dates with an open end', dates.open],
    ['earliest day spoken of', dates.first],
    ['latest day spoken of', dates.last],
    ...found.annotators.flatMap((one): Cell[][] => [
      [`annotator ${one.annotator} documents`, one.documents],
      [`annotator ${one.annotator} annotations`, one.annotations],
      ...Object.entries(one.status).map(([status, n]): Cell[] => [
        `annotator ${one.annotator} ${status}`,
        n,
      ]),
      [`annotator ${one.annotator} seconds per document`, one.secondsPerDocument],
    ]),
  ]
}

export const statisticsCsv = (found: Statistics) =>
  csvRows([['figure', 'value'], ...statisticsRows(found)])
