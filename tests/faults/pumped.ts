/** Bytes of a pumped input: enough to see what grows by the square, few enough to be read a hundred times. */
const size = 400_000

const units: readonly string[] = [
  ...['[', '{"a":', '"', '\\', ',', '{"id":1}\n', '[],', '{"text":"ا"}\n'],
  ...['<div>', '<p>', '<p>ا</p>', '<table><tr><td>', '<a href=x>', '<li>', '<a ', '<!--', '</x>'],
  ...['<![CDATA[', '<?x ', '&amp;', '&', '<meta charset=', '<p a=b>', '<p style="a:b">', '<br>'],
  ...['«', '(', "'", '10 أيلول ', 'أ، ب، ', 'قال ', 'قال إن ', '\u0651', '\u200d', 'x', 'ا'],
  ...[' ', '\n', '\t', '\r', 'ا\n', ' \n', '1\t', 'B-x ', '0', '.', '. ', '- ', ';', '=', '@', '#'],
  ...['http://x ', '؟ ', '(a', '👨‍👩‍👧‍👦', 'أ ب\n\n', '2024-01-01 ', 'سعاد '],
]

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const many = (unit: string, bytes = size) => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every way to a place in a value, those of lists by their first element alone. */
function* waysIn(value: unknown, way: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) return
  for (const key of Array.isArray(value) ? ['0'] : Object.keys(value)) {
    yield [...way, key]
    yield* waysIn((value as Record<string, unknown>)[key], [...way, key])
  }
}

function putAt(root: unknown, way: readonly string[], make: (old: unknown) => unknown): unknown {
  const [key, ...rest] = way
  if (key === undefined) return make(root)
  const copy = (Array.isArray(root) ? [...root] : { ...(root as object) }) as Record<
    string,
    unknown
  >
  copy[key] = putAt(copy[key], rest, make)
  return copy
}

const inValue = ['ا', ' ', '«', 'قال ', '\u0651', '10 أيلول ', '(', 'x/', '<p>', 'سعاد ']

/** A value that is right but for one place, where there is very much of one thing. */
function* pumpedValue(value: unknown): Generator<unknown> {
  const ways = [[], ...waysIn(value)].slice(0, 60)
  for (const [at, way] of ways.entries()) {
    const old = way.reduce<unknown>((one, key) => (one as Record<string, unknown>)?.[key], value)
    if (typeof old === 'string')
      yield putAt(value, way, () => many(inValue[at % inValue.length] ?? 'x'))
    else if (Array.isArray(old) && old.length > 0) {
      const each = JSON.stringify(old[0]).length
      const copies = Math.ceil(size / Math.max(each, 2))
      yield putAt(value, way, () => Array(copies).fill(old[0]))
      // The same, but each under a name of its own.
      const renamed = Array.from({ length: copies }, (_, n) =>
        typeof old[0] === 'object' && old[0] !== null && 'id' in old[0]
          ? { ...old[0], id: `${(old[0] as { id: unknown }).id}${n}` }
          : old[0],
      )
      yield putAt(value, way, () => renamed)
    } else if (typeof old === 'object' && old !== null)
      yield putAt(value, way, () => ({
        ...old,
        ...Object.fromEntries(
          Array.from({ length: 20_000 }, (_, n) => [`k${n}`, Object.values(old)[0] ?? 1]),
        ),
      }))
    else if (typeof old === 'number') yield putAt(value, way, () => 2 ** 31)
  }
}

/**
 * Of files as they should be, those in which one thing stands over and over: what takes a reader that is not linear, or
 * that keeps too much, out of its time. The same ones every time.
 */
export function* pumped(examples: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const unit of units) yield bytesOf(many(unit))
  for (const example of examples.slice(0, 2)) {
    const text = Buffer.from(example).toString('utf8')
    for (const unit of units) {
      const at = Math.floor(text.length * 0.6)
      yield bytesOf(text.slice(0, at) + many(unit) + text.slice(at))
    }
    yield bytesOf(many(text))
    for (const line of new Set(text.split(/(?<=\n)/).slice(0, 12)))
      yield bytesOf(text.replace(line, () => many(line)))
    const lines = text.split('\n')
    const values = [parsed(text), ...lines.slice(0, 3).map(parsed)]
    for (const [at, value] of values.entries()) {
      if (value === undefined || (at > 0 && values[0] !== undefined)) continue
      for (const one of pumpedValue(value)) {
        const said = JSON.stringify(one)
        if (at === 0) yield bytesOf(said)
        else yield bytesOf(lines.map((line, n) => (n === at - 1 ? said : line)).join('\n'))
      }
    }
  }
}
