import { checkAttributes } from './check-annotation.ts'
import type { Problem } from './problem.ts'
import type { Relation } from './relation.ts'
import type { LabelScheme } from './scheme.ts'

/** Relations between annotations that are there, known by id with their `labels`. */
export function checkRelations(
  relations: readonly Relation[],
  labels: ReadonlyMap<string, string>,
  scheme: LabelScheme,
): Problem[] {
  const chains = new Map<string, number[]>()
  const problems: Problem[] = []
  for (const { id: element, type: typeId, from, to, order, attributes = {} } of relations) {
    const type = scheme.relationTypes.find(({ id }) => id === typeId)
    const [fromLabel, toLabel] = [labels.get(from), labels.get(to)]
    if (!type)
      problems.push({ severity: 'error', kind: 'unknown-relation-type', element, detail: typeId })
    else if (fromLabel === undefined || toLabel === undefined)
      problems.push({ severity: 'error', kind: 'relation-end-missing', element })
    else if (!type.from.includes(fromLabel) || !type.to.includes(toLabel))
      problems.push({ severity: 'error', kind: 'relation-not-allowed', element, detail: typeId })
    if (type)
      problems.push(...checkAttributes(element, type.attributes ?? [], attributes, () => true))
    if (typeId === 'source' && order !== undefined)
      chains.set(from, [...(chains.get(from) ?? []), order])
  }
  for (const [element, orders] of chains)
    if (orders.sort((a, b) => a - b).some((order, at) => order !== at + 1))
      problems.push({ severity: 'warning', kind: 'order-not-a-chain', element })
  return problems
}

/** Claims that stand inside themselves: said once, of the first of the circle. */
export function checkNesting(relations: readonly Relation[]): Problem[] {
  const around = new Map<string, string[]>()
  for (const { type, from, to } of relations)
    if (type === 'within') around.set(from, [...(around.get(from) ?? []), to])
  const clear = new Set<string>()
  const problems: Problem[] = []
  function goesBack(id: string, path: ReadonlySet<string>): boolean {
    if (path.has(id)) return true
    if (clear.has(id)) return false
    clear.add(id)
    return (around.get(id) ?? []).some(outer => goesBack(outer, new Set([...path, id])))
  }
  for (const element of around.keys())
    if (!clear.has(element) && goesBack(element, new Set()))
      problems.push({ severity: 'error', kind: 'nesting-circle', element })
  return problems
}
