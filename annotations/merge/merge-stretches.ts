import { sameValue, theFuller } from './canonical-text.ts'
import type { How, Three } from './merge-value.ts'

/** What is said of a stretch of a text, wherever it lies: its kind, its day. */
type Saying = { readonly [key: string]: unknown }
/** UTF-16 offsets, half-open; those of one list lie apart. */
type Stretch = Saying & { readonly start: number; readonly end: number }

const isStretch = (value: unknown): value is Stretch =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value

function lookedUp(value: unknown) {
  const list = Array.isArray(value) ? value.filter(isStretch) : []
  return {
    edges: new Set(list.flatMap(({ start, end }) => [start, end])),
    at(place: number): Saying | undefined {
      const found = list.find(({ start, end }) => start <= place && place < end)
      if (!found) return undefined
      const { start, end, ...saying } = found
      return saying
    },
  }
}

/** What somebody said goes before what a program found. */
function chosen(a: Saying, b: Saying): Saying {
  if ((a.by === undefined) !== (b.by === undefined)) return a.by === undefined ? a : b
  return theFuller(a, b)
}

type Letters = { base: Saying | undefined; a: Saying | undefined; b: Saying | undefined }

/** What is said of letters that lie in the same stretches, and what one of the two says instead. */
function settled(
  { base, a, b }: Letters,
  known: boolean,
): { kept: Saying | undefined; other?: Saying } {
  if (sameValue(a, b) || (known && sameValue(b, base))) return { kept: a }
  if (known && sameValue(a, base)) return { kept: b }
  if (!a || !b) return { kept: a ?? b }
  const kept = chosen(a, b)
  return { kept, other: kept === a ? b : a }
}

/**
 * Stretches that two marked, each in a copy: letter by letter what one left alone is as the other has it, so that a
 * caption marked here and a headline marked there are both marked. Where they mark the same letters differently one is
 * kept and the other named. Either may be asked first.
 */
export function mergeStretches({ base, a, b, known }: Three, at: string, how: How): Stretch[] {
  const [old, one, two] = [lookedUp(base), lookedUp(a), lookedUp(b)]
  const cuts = [...new Set([...old.edges, ...one.edges, ...two.edges])].sort((x, y) => x - y)
  const isEdge = (place: number) => {
    const [inA, inB] = [one.edges.has(place), two.edges.has(place)]
    if (!known || inA === inB) return inA || inB
    return inA === old.edges.has(place) ? inB : inA
  }
  const merged: Stretch[] = []
  for (const [number, start] of cuts.entries()) {
    const end = cuts[number + 1] ?? start
    const letters = { base: old.at(start), a: one.at(start), b: two.at(start) }
    const { kept, other } = settled(letters, known)
    if (!kept) continue
    if (other) {
      const lost = other === letters.a ? 'a' : 'b'
      how.clash({ at, kept: { ...kept, start, end }, other: { ...other, start, end }, lost })
    }
    const last = merged.at(-1)
    const goesOn =
      last?.end === start &&
      !isEdge(start) &&
      sameValue({ ...kept, start, end }, { ...last, start, end })
    if (goesOn) merged.pop()
    merged.push({ ...kept, start: goesOn ? last.start : start, end })
  }
  return merged
}
