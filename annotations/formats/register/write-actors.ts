import type { Actor } from '../../model/actor.ts'
import { csvRows } from '../csv/cells.ts'
import { listCell } from './table-rows.ts'

const actorColumns = [
  'id',
  'name_ar',
  'name_en',
  'kind',
  'aliases',
  'titles',
  'notes',
  'external_ids',
  'parent',
  'merged_into',
] as const

/** The register as a table, RFC 4180, formulas made harmless; lists in a cell parted by bars. Nothing is lost. */
export function actorsCsv(actors: readonly Actor[]): string {
  const rows = actors.map(({ id, name, kind, aliases, titles, notes, externalIds, ...rest }) => [
    ...[id, name.ar, name.en, kind, listCell(aliases), listCell(titles), notes],
    listCell(Object.entries(externalIds).map(([key, value]) => `${key}=${value}`)),
    ...[rest.parent, rest.mergedInto],
  ])
  return csvRows([[...actorColumns], ...rows])
}
