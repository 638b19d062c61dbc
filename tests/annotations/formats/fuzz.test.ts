import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitScheme, nothingGrown } from '../../../annotations/formats/exchange/fit-scheme.ts'
import { fitSet } from '../../../annotations/formats/exchange/fit-set.ts'
import type { Found } from '../../../annotations/formats/exchange/foreign.ts'
import { plainMapping } from '../../../annotations/formats/exchange/labels.ts'
import { settle } from '../../../annotations/formats/exchange/settle.ts'
import { formatIds } from '../../../annotations/formats/format-ids.ts'
import { formatOf } from '../../../annotations/formats/formats.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { annotatedNews } from '../../arabic-news.ts'
import { filesOf, foundIn } from './round-trip.ts'

/** Inputs for each reader; `ISNAD_FUZZ=60 npx vitest run fuzz` goes on for so many seconds instead. */
const inputs = 150
const seconds = Number(process.env.ISNAD_FUZZ ?? 0)

const junk = [
  ...'"{}[]<>|\t\n\\;#*_,:&0%',
  ...['-1', '999999999', '1e309', '\ud83d', '__proto__', 'constructor', '\0', '->', 'null', 'NaN'],
]

/** Small numbers by chance, the same again for the same seed. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A file with some of it cut out, doubled, moved or replaced. */
function broken(text: string, roll: (below: number) => number): string {
  let found = text
  for (let n = roll(6); n >= 0; n--) {
    const at = roll(found.length + 1)
    const from = roll(found.length + 1)
    const bad = junk[roll(junk.length)] as string
    const [before, after] = [found.slice(0, at), found.slice(at)]
    switch (roll(5)) {
      case 0:
        found = before + bad + after
        break
      case 1:
        found = before + after.slice(roll(30))
        break
      case 2:
        found = before + found.slice(from, from + roll(80)) + after
        break
      case 3:
        found = found.replace(/\d+/g, number => (roll(10) === 0 ? bad : number))
        break
      default:
        if (roll(4) === 0) found = before
    }
  }
  return found
}

/** Whatever a reader makes of a file must be sound when it is settled and fitted. */
function take(records: readonly Found[], text: string) {
  for (const record of records) {
    if ('problem' in record) continue
    const settled = settle(record.document, record.document.text ?? text)
    const fitted = fitScheme(settled.sets, defaultScheme, plainMapping, nothingGrown())
    for (const set of settled.sets) {
      const { annotations, relations, kept } = fitSet(set, fitted)
      const ids = new Set(annotations.map(({ id }) => id))
      if (ids.size !== annotations.length) throw new Error('an id twice')
      for (const { from, to } of relations)
        if (!ids.has(from) || !ids.has(to)) throw new Error('a relation to nothing')
      for (const { spans } of annotations) {
        let end = 0
        for (const span of spans) {
          const said = settled.text.slice(span.start, span.end)
          if (span.start < end || span.start >= span.end || said !== span.quote)
            throw new Error(`a span that does not hold: ${JSON.stringify(span)}`)
          end = span.end
        }
      }
      JSON.stringify(kept)
    }
  }
}

const read = formatIds.map(formatOf).filter(({ reader }) => reader)

test.each(read)(
  '$name: no file breaks the reader, whatever is in it',
  format => {
    const news = fc.sample(annotatedNews, { numRuns: 30, seed: 5 })
    const whole = news.map(one => ({ files: filesOf(format, [one]), text: one.document.text }))
    const roll = dice(7)
    const until = Date.now() + seconds * 1000
    let [count, slowest] = [0, 0]
    while (seconds > 0 ? Date.now() < until : count < inputs) {
      const { files, text } = whole[roll(whole.length)] as (typeof whole)[number]
      const bad = new Map([...files].map(([name, one]) => [name, broken(one, roll)]))
      const began = performance.now()
      try {
        take(foundIn(format, bad), text)
      } catch (error) {
        const shown = JSON.stringify([...bad]).slice(0, 2000)
        throw new Error(`${(error as Error).stack}\nof ${shown}`)
      }
      slowest = Math.max(slowest, performance.now() - began)
      count++
    }
    if (seconds > 0)
      process.stdout.write(`${format.id}: ${count} files, the slowest ${slowest.toFixed(0)} ms\n`)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  },
  120_000,
)
