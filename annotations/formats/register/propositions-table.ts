import { fold } from '../../arabic/fold.ts'
import { actorId } from '../../model/actor.ts'
import { type Proposition, proposition } from '../../model/proposition.ts'
import { firstIssue } from '../../model/stored-format.ts'
import { csvRows } from '../csv/cells.ts'
import { ownId } from './own-id.ts'
import type { ReadProblem } from './read-actors.ts'
import { type ParentRow, settleParents } from './settle-parents.ts'
import type { Rows } from './table-rows.ts'

const propositionColumns = ['id', 'code', 'text_ar', 'text_en', 'notes', 'parent'] as const

/** By code, numbers in codes as numbers: 2 before 10. */
export const byCode = (a: Proposition, b: Proposition) =>
  a.code.localeCompare(b.code, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1)

/** The codebook as a table; a parent is named by its code. */
export function propositionsCsv(propositions: readonly Proposition[]): string {
  const codes = new Map(propositions.map(({ id, code }) => [id, code]))
  const rows = [...propositions]
    .sort(byCode)
    .map(({ id, code, text, notes, parent }) => [
      ...[id, code, text.ar, text.en, notes],
      parent && (codes.get(parent) ?? parent),
    ])
  return csvRows([[...propositionColumns], ...rows])
}

export type ReadPropositions = {
  readonly put: Proposition[]
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly problems: (Omit<ReadProblem, 'kind'> & { kind: ReadProblem['kind'] | 'code-twice' })[]
  readonly ignored: string[]
}

const known = new Set('format id code text text_ar text_en notes parent'.split(' '))
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const keyOf = (one: string) => fold(one).folded.trim()

/** A table of propositions upon a codebook; a row is known by its id, else by its code. */
export function readPropositions(
  { rows, columns, problems: bad }: Rows,
  codebook: readonly Proposition[],
): ReadPropositions {
  const problems: ReadPropositions['problems'] = [...bad]
  const before = new Map(codebook.map(one => [one.id, proposition.parse(one)]))
  const all = new Map(before)
  const byCodes = new Map(codebook.map(({ id, code }) => [keyOf(code), id]))
  const touched = new Set<string>()
  const parents: ParentRow[] = []
  for (const { line, said } of rows) {
    const words = typeof said.text === 'object' && said.text !== null ? said.text : {}
    const { ar, en } = words as Record<string, unknown>
    const id = text(said.id)
    const code = text(said.code)
    if (id !== undefined && !actorId.safeParse(id).success) {
      problems.push({ line, kind: 'bad-id', detail: id })
      continue
    }
    const byCode = code === undefined ? undefined : byCodes.get(keyOf(code))
    if (id !== undefined && byCode !== undefined && byCode !== id) {
      problems.push({ line, kind: 'code-twice', detail: code ?? '' })
      continue
    }
    const found = id ?? byCode
    const base = found === undefined ? undefined : all.get(found)
    const own = found ?? ownId([text(en) ?? text(said.text_en), code], one => all.has(one))
    const english = text(en) ?? text(said.text_en) ?? base?.text.en
    const arabic = text(ar) ?? text(said.text_ar) ?? text(said.text) ?? base?.text.ar ?? english
    const parsed = proposition.safeParse({
      id: own,
      code: code ?? base?.code ?? '',
      text: english === undefined ? { ar: arabic } : { ar: arabic, en: english },
      notes: text(said.notes) ?? base?.notes ?? '',
      ...(base?.parent === undefined ? {} : { parent: base.parent }),
    })
    if (!parsed.success) {
      const kind = arabic === undefined || !(code ?? base?.code) ? 'no-name' : 'wrong-shape'
      problems.push({ line, kind, detail: firstIssue(parsed.error) })
      continue
    }
    all.set(own, parsed.data)
    byCodes.set(keyOf(parsed.data.code), own)
    touched.add(own)
    const parent = text(said.parent)
    if (parent !== undefined) parents.push({ line, id: own, parent })
  }
  const find = (one: string) => byCodes.get(keyOf(one)) ?? (all.has(one) ? one : undefined)
  problems.push(...settleParents(all, parents, find, ({ code }) => code))
  const put = [...touched]
    .map(id => proposition.parse(all.get(id)))
    .filter(one => JSON.stringify(before.get(one.id)) !== JSON.stringify(one))
  const added = put.filter(({ id }) => !before.has(id)).length
  return {
    put,
    added,
    changed: put.length - added,
    same: touched.size - put.length,
    problems: problems.sort((a, b) => a.line - b.line),
    ignored: columns.filter(column => column !== '' && !known.has(column)),
  }
}
