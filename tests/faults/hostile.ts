import fc from 'fast-check'

/** What programs have stumbled over before: paths, names, markup, formulas, characters, numbers. */
export const hostileStrings: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '..',
  '../../../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  '//etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\x',
  '//server/share/x',
  'CON',
  'nul.txt',
  'aux.json',
  'com1',
  '~/x',
  '$HOME',
  '%2e%2e%2f',
  '.',
  'x/',
  'trailing.',
  'trailing ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '\ud800',
  '\udc00x',
  '\ufeff',
  '\ufffe',
  '\u202e\u2066abc',
  'é'.normalize('NFD'),
  'أحمد'.normalize('NFD'),
  'İ',
  'ß',
  'ﷺ',
  `ا${'\u0651'.repeat(500)}`,
  '\u200d'.repeat(200),
  '👨‍👩‍👧‍👦',
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '<script>intruder()</script>',
  '"><img src=x onerror=intruder()>',
  '</title><svg/onload=intruder()>',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&#x0;&#1114112;&nosuch;',
  '{{7*7}}',

  '1e999',
  '-0',
  '9007199254740993',
  'NaN',
  '0x10',
  '2024-02-30',
  '0000-00-00',
  '2024-13',
  '99999999999999999999',
  'P99999999999Y',
  'x'.repeat(100_000),
  'ا'.repeat(100_000),
  ' '.repeat(100_000),
  '\n'.repeat(50_000),
  'ا\n'.repeat(30_000),
]

/** Long and deep: what takes a parser that is quadratic, or that calls itself, down. */
const pumps: readonly string[] = [
  '['.repeat(50_000),
  '{"a":'.repeat(50_000),
  '<div>'.repeat(50_000),
  '<p>'.repeat(50_000),
  '<table><tr><td>'.repeat(10_000),
  '<b><i>'.repeat(20_000),
  '<a '.repeat(30_000),
  '<!--'.repeat(30_000),
  '</x>'.repeat(30_000),
  '&amp;'.repeat(30_000),
  '<meta charset='.repeat(8_000),
  '"'.repeat(50_000),
  '\\'.repeat(50_000),
  '«'.repeat(50_000),
  '10 أيلول '.repeat(20_000),
  'أ، ب، '.repeat(20_000),
  ',,,,'.repeat(20_000),
  '{"id":1}\n'.repeat(20_000),
]

export const hostileString = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom(...pumps) },
)

/** Any JSON value, most of them of a shape nobody asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileString },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      2 ** 31,
      2 ** 53,
      -(2 ** 53),
      1e308,
      [],
      {},
      [[]],
      [null],
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.constant(1).map(() => Array.from({ length: 5000 }, () => ({}))) },
)

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

const hostileJson = (examples: readonly unknown[]) =>
  fc
    .tuple(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([example, edits]) =>
      // Values are cloned: an edit may go into what the one before it put there.
      edits.reduce(
        (root: unknown, edit) => applyEdit(root, { ...edit, to: structuredClone(edit.to) }),
        structuredClone(example),
      ),
    )

export { hostileJson }

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
