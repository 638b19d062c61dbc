import { fold } from '../../arabic/fold.ts'
import { type Actor, actor, actorId, actorKinds } from '../../model/actor.ts'
import { firstIssue } from '../../model/stored-format.ts'
import { ownId } from './own-id.ts'
import { type ParentRow, settleParents } from './settle-parents.ts'
import { cellList, type Rows, type TableRow } from './table-rows.ts'

export type ReadProblem = {
  readonly line: number
  readonly kind:
    | 'bad-line'
    | 'no-name'
    | 'bad-id'
    | 'bad-kind'
    | 'unknown-parent'
    | 'parent-loop'
    | 'wrong-shape'
  readonly detail: string
}
export type ReadActors = {
  /** Those that are new or not as they were. */
  readonly put: Actor[]
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly problems: ReadProblem[]
  readonly ignored: string[]
}

type Said = { ar?: string; en?: string; kind?: Actor['kind'] } & Partial<
  Pick<Actor, 'id' | 'aliases' | 'titles' | 'notes' | 'externalIds' | 'parent' | 'mergedInto'>
>

const known = new Set(
  'format id name name_ar name_en kind aliases titles notes external_ids externalIds parent merged_into mergedInto'.split(
    ' ',
  ),
)

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const list = (value: unknown): string[] | undefined => {
  if (typeof value === 'string') return cellList(value)
  if (!Array.isArray(value)) return undefined
  return value.filter(one => typeof one === 'string' && one.trim() !== '').map(one => one.trim())
}

function idsFrom(value: unknown): Record<string, string> | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (text(one) ? [[key, String(one)]] : [])),
    )
  return list(value)?.reduce<Record<string, string>>((ids, pair) => {
    const at = pair.indexOf('=')
    if (at > 0 && at < pair.length - 1) ids[pair.slice(0, at).trim()] = pair.slice(at + 1).trim()
    return ids
  }, {})
}

function read({ line, said }: TableRow, problems: ReadProblem[]): Said {
  const { name } = said
  const names = typeof name === 'object' && name !== null ? (name as Record<string, unknown>) : {}
  const kind = text(said.kind)
  const isKind = actorKinds.find(one => one === kind)
  if (kind !== undefined && !isKind) problems.push({ line, kind: 'bad-kind', detail: kind })
  return {
    id: text(said.id),
    ar: text(names.ar) ?? text(said.name_ar) ?? text(name),
    en: text(names.en) ?? text(said.name_en),
    kind: isKind,
    aliases: list(said.aliases),
    titles: list(said.titles),
    notes: text(said.notes),
    externalIds: idsFrom(said.external_ids ?? said.externalIds),
    parent: text(said.parent),
    mergedInto: text(said.merged_into) ?? text(said.mergedInto),
  }
}

const union = (a: readonly string[], b: readonly string[] = []) => [...new Set([...a, ...b])]

/** What a row says put upon what is known: lists grow, the rest is as the row has it, what it leaves empty stays. */
function upon(base: Actor, said: Said): Actor {
  const en = said.en ?? base.name.en
  const ar = said.ar ?? base.name.ar
  return {
    ...base,
    name: en === undefined ? { ar } : { ar, en },
    kind: said.kind ?? base.kind,
    aliases: union(base.aliases, said.aliases),
    titles: union(base.titles, said.titles),
    notes: said.notes ?? base.notes,
    externalIds: { ...base.externalIds, ...said.externalIds },
  }
}

const keyOf = (name: string) => fold(name).folded.trim()
const same = (a: Actor | undefined, b: Actor) =>
  JSON.stringify(a) === JSON.stringify(actor.parse(b))

/**
 * A table of actors upon a register. A row with an id is that actor, one without is who has its name (and, where it says
 * one, its kind); so the same table twice changes nothing. Parents by id or by name.
 */
export function readActors(
  { rows, columns, problems: bad }: Rows,
  register: readonly Actor[],
): ReadActors {
  const problems: ReadProblem[] = [...bad]
  const before = new Map(register.map(one => [one.id, actor.parse(one)]))
  const all = new Map(before)
  const byName = new Map<string, string[]>()
  const remember = ({ id, name }: Actor) => {
    const key = keyOf(name.ar)
    byName.set(key, [...new Set([...(byName.get(key) ?? []), id])])
  }
  for (const one of before.values()) remember(one)
  const touched = new Set<string>()
  const parents: ParentRow[] = []
  const merges: { line: number; id: string; into: string }[] = []
  for (const row of rows) {
    const { line } = row
    const said = read(row, problems)
    if (said.id !== undefined && !actorId.safeParse(said.id).success) {
      problems.push({ line, kind: 'bad-id', detail: said.id })
      continue
    }
    const named = said.ar === undefined ? [] : (byName.get(keyOf(said.ar)) ?? [])
    const found =
      said.id ?? named.find(id => said.kind === undefined || all.get(id)?.kind === said.kind)
    const base = found === undefined ? undefined : all.get(found)
    const ar = said.ar ?? base?.name.ar ?? said.en
    if (ar === undefined) {
      problems.push({ line, kind: 'no-name', detail: said.id ?? '' })
      continue
    }
    const id = found ?? ownId([said.en, ar], one => all.has(one))
    const empty: Actor = {
      ...{ id, name: { ar }, kind: 'other', aliases: [], titles: [], notes: '', externalIds: {} },
    }
    const parsed = actor.safeParse(upon(base ?? empty, { ...said, ar }))
    if (!parsed.success) {
      problems.push({ line, kind: 'wrong-shape', detail: firstIssue(parsed.error) })
      continue
    }
    all.set(id, parsed.data)
    remember(parsed.data)
    touched.add(id)
    if (said.parent !== undefined) parents.push({ line, id, parent: said.parent })
    if (said.mergedInto !== undefined) merges.push({ line, id, into: said.mergedInto })
  }
  const find = (said: string) => (all.has(said) ? said : byName.get(keyOf(said))?.[0])
  problems.push(...settleParents(all, parents, find, ({ name }) => name.ar))
  for (const { line, id, into } of merges) {
    const one = all.get(id)
    if (!all.has(into) || into === id || !one)
      problems.push({ line, kind: 'unknown-parent', detail: into })
    else all.set(id, { ...one, mergedInto: into })
  }
  const put = [...touched]
    .map(id => all.get(id) as Actor)
    .filter(one => !same(before.get(one.id), one))
  const added = put.filter(({ id }) => !before.has(id)).length
  return {
    put: put.map(one => actor.parse(one)),
    added,
    changed: put.length - added,
    same: touched.size - put.length,
    problems: problems.sort((a, b) => a.line - b.line),
    ignored: columns.filter(column => column !== '' && !known.has(column)),
  }
}
