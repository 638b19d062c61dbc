import { parentLoop } from '../../actors/register.ts'

type Child = { readonly id: string; readonly parent?: string | undefined }
export type ParentRow = { readonly line: number; readonly id: string; readonly parent: string }
export type ParentProblem = {
  readonly line: number
  readonly kind: 'unknown-parent' | 'parent-loop'
  readonly detail: string
}

/**
 * Parents that a table says, taken one row after another: one that is not there, or that would make a thing its own
 * parent, is left out and said with its line. `find` knows parents by id, name or code.
 */
export function settleParents<T extends Child>(
  items: Map<string, T>,
  rows: readonly ParentRow[],
  find: (said: string) => string | undefined,
  nameOf: (item: T) => string,
): ParentProblem[] {
  const problems: ParentProblem[] = []
  for (const { line, id, parent: said } of rows) {
    const parent = find(said)
    const item = items.get(id)
    if (!item) continue
    if (parent === undefined) {
      problems.push({ line, kind: 'unknown-parent', detail: said })
      continue
    }
    const before = item.parent
    items.set(id, { ...item, parent })
    const loop = parentLoop(id, one => items.get(one)?.parent)
    if (!loop) continue
    const { parent: _, ...rest } = item
    items.set(id, (before === undefined ? rest : { ...rest, parent: before }) as T)
    const way = [...loop, id].map(one => nameOf(items.get(one) as T))
    problems.push({ line, kind: 'parent-loop', detail: way.join(' ← ') })
  }
  return problems
}
