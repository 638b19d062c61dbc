import fc from 'fast-check'
import { hostileString, hostileValue } from './hostile-values.ts'

/** `__proto__` too becomes a key of its own, as JSON.parse makes it. */
function put(target: object, key: string, value: unknown) {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

type Edit = {
  way: number[]
  kind: 'replace' | 'remove' | 'add' | 'repeat'
  key: string
  to: unknown
}

const edit: fc.Arbitrary<Edit> = fc.record({
  way: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'repeat'),
  key: hostileString,
  to: hostileValue,
})

/** One place of a JSON value made otherwise; the value itself is changed. */
function applyEdit(root: unknown, { way, kind, key, to }: Edit): unknown {
  let node: unknown = root
  for (const [depth, pick] of way.entries()) {
    if (typeof node !== 'object' || node === null)
      return kind === 'replace' && depth === 0 ? to : root
    const keys = Object.keys(node)
    const at = keys[pick % Math.max(1, keys.length)]
    const record = node as Record<string, unknown>
    const next = at === undefined ? undefined : record[at]
    const last = depth === way.length - 1 || typeof next !== 'object' || next === null
    if (!last) {
      node = next
      continue
    }
    if (kind === 'add' || at === undefined) put(record, key, to)
    else if (kind === 'remove') delete record[at]
    else if (kind === 'repeat' && Array.isArray(node)) node.push(...Array(300).fill(next))
    else put(record, at, to)
    return root
  }
  return root
}

export const hostileJson = (examples: readonly unknown[]) =>
  fc
    .tuple(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([example, edits]) =>
      // Values are cloned: an edit may go into what the one before it put there.
      edits.reduce(
        (root: unknown, edit) => applyEdit(root, { ...edit, to: structuredClone(edit.to) }),
        structuredClone(example),
      ),
    )
