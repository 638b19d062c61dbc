import { cliticsOf } from '../../annotations/arabic/clitics.ts'
import { findFolded } from '../../annotations/arabic/find-folded.ts'
import type { Folded } from '../../annotations/arabic/fold.ts'
import { nextWordEdge, wordAt } from '../../annotations/text/boundaries.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { closed, widen } from '../../annotations/text/widen.ts'

/** A way to the words, and where the keyboard then stands. Chords count all their keys. */
type Way = { keys: string[]; typed: string }

export const pressesOf = ({ keys, typed }: Way) =>
  [...typed].length + keys.reduce((sum, chord) => sum + chord.split('+').length, 0)

const digits = (n: number) => [...String(n)].map(digit => `Digit${digit}`)

const times = (n: number, key: string) => {
  const repeated = Array.from({ length: n }, () => key)
  const counted = [...digits(n), key]
  const weight = (keys: string[]) => pressesOf({ keys, typed: '' })
  return weight(counted) < weight(repeated) ? counted : repeated
}

/** What W pressed `count` times selects from a caret. */
function words(text: string, caret: number, count: number): Stretch | undefined {
  const first = wordAt(text, nextWordEdge(text, caret) - 1)
  if (!first) return undefined
  let end = first.end
  for (let left = count - 1; left > 0; left--) end = nextWordEdge(text, end)
  return closed(text, { start: first.start, end })
}

/** Keys that select a stretch exactly from a caret standing before its first word, or undefined. */
function selecting(text: string, caret: number, wanted: Stretch): string[] | undefined {
  const same = (found: Stretch | undefined) =>
    found?.start === wanted.start && found.end === wanted.end
  const found: string[][] = []
  for (let count = 1; count <= 30; count++) {
    const taken = words(text, caret, count)
    if (!taken || taken.start > wanted.start || taken.end > wanted.end) break
    if (same(taken)) found.push(times(count, 'KeyW'))
    const word = wordAt(text, taken.start)
    const clitics = word && cliticsOf(text.slice(word.start, word.end))
    const start = word ? word.start + (clitics?.withArticle ?? 0) : taken.start
    if (same({ start, end: taken.end })) found.push([...times(count, 'KeyW'), 'KeyX'])
  }
  // From inside a word the selection is drawn out, word by word.
  for (let count = 1, end = caret; caret === wanted.start && end < wanted.end; count++) {
    end = nextWordEdge(text, end)
    if (end === wanted.end) found.push(times(count, 'Shift+Control+ArrowLeft'))
  }
  let unit: Stretch = { start: caret, end: caret }
  for (let step = 1; step <= 6; step++) {
    const wider = widen(text, unit)
    if (wider === unit) break
    unit = wider
    if (same(unit)) found.push(times(step, 'KeyE'))
  }
  return found.sort(
    (a, b) => pressesOf({ keys: a, typed: '' }) - pressesOf({ keys: b, typed: '' }),
  )[0]
}

/** The fewest keys from a caret to a stretch selected: by words, or by a slash and as few letters as tell it apart. */
export function wayTo(text: string, folded: Folded, caret: number, wanted: Stretch) {
  const ways: { to: Way; select: string[] }[] = []
  const offer = (to: Way, at: number) => {
    const select = selecting(text, at, wanted)
    if (select) ways.push({ to, select })
  }
  offer({ keys: [], typed: '' }, caret)
  for (let count = 1, at = caret; count <= 12 && at < wanted.start; count++) {
    at = nextWordEdge(text, at)
    offer({ keys: times(count, 'Control+ArrowLeft'), typed: '' }, at)
  }
  // Letters of the first word, or of the word before it, which leaves the caret in front.
  for (let from = Math.max(0, wanted.start - 12); from <= wanted.start + 4; from++)
    for (let length = 1; length <= 7; length++) {
      const typed = text.slice(from, from + length)
      if (/[\n]/u.test(typed) || typed.trim() !== typed || typed === '') continue
      const match = findFolded(folded, typed, caret)
      if (match?.start !== from) continue
      offer({ keys: ['Slash', 'Enter'], typed }, from)
      break
    }
  return ways.sort(
    (a, b) =>
      pressesOf(a.to) +
      pressesOf({ keys: a.select, typed: '' }) -
      (pressesOf(b.to) + pressesOf({ keys: b.select, typed: '' })),
  )[0]
}
