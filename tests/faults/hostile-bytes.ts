import fc from 'fast-check'
import { hostileJson } from './hostile-json.ts'
import { hostileString, pumps } from './hostile-values.ts'

type Cut = {
  at: number
  take: number
  kind: 'cut' | 'flip' | 'drop' | 'pump' | 'insert'
  what: Uint8Array
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  take: fc.nat(64),
  kind: fc.constantFrom('cut', 'flip', 'flip', 'drop', 'pump', 'insert', 'insert'),
  what: fc.oneof(
    hostileString.map(text => new TextEncoder().encode(text)),
    fc.uint8Array({ minLength: 1, maxLength: 16 }),
  ),
})

const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

function applyCut(bytes: Uint8Array, { at, take, kind, what }: Cut): Uint8Array {
  const from = Math.floor(at * bytes.length)
  const to = Math.min(bytes.length, from + take)
  switch (kind) {
    case 'cut':
      return bytes.slice(0, from)
    case 'drop':
      return join(bytes.subarray(0, from), bytes.subarray(to))
    case 'insert':
      return join(bytes.subarray(0, from), what, bytes.subarray(from))
    case 'flip': {
      const flipped = bytes.slice()
      if (from < flipped.length) flipped[from] = (flipped[from] ?? 0) ^ (1 << (take % 8))
      return flipped
    }
    case 'pump': {
      const slice = bytes.subarray(from, to)
      const times = Math.min(20_000, Math.floor(200_000 / Math.max(1, slice.length)))
      return join(bytes.subarray(0, to), ...Array(times).fill(slice), bytes.subarray(to))
    }
  }
}

/** The most that is tried, in bytes. */
export const mostBytes = 4 * 1024 * 1024

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Files as an enemy, a bad disk or another program would leave them: examples cut and bent, and plain noise. */
export function hostileBytes(examples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const values = examples.map(parsed).filter(value => value !== undefined)
  const bent = fc
    .tuple(fc.constantFrom(...examples), fc.array(cut, { minLength: 1, maxLength: 4 }))
    .map(([example, cuts]) => cuts.reduce(applyCut, example))
  const pieces = fc
    .array(fc.oneof(hostileString, fc.constantFrom(...pumps)), { minLength: 1, maxLength: 6 })
    .map(parts => new TextEncoder().encode(parts.join('')))
  const structured = hostileJson(values.length > 0 ? values : [{}]).map(value =>
    new TextEncoder().encode(JSON.stringify(value) ?? 'null'),
  )
  return fc
    .oneof(
      { weight: values.length > 0 ? 6 : 1, arbitrary: structured },
      { weight: 6, arbitrary: bent },
      { weight: 2, arbitrary: pieces },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
    )
    .map(bytes => bytes.subarray(0, mostBytes))
}
