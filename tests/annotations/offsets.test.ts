import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { offsets } from '../../annotations/text/offsets.ts'
import { paragraphAt, paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { arabicNews, newsAndStretch } from '../arabic-news.ts'

test('a place in code points is the number of characters before it', () => {
  fc.assert(
    fc.property(arabicNews, text => {
      const table = offsets(text)
      let at = 0
      for (const [count, character] of [...text].entries()) {
        expect(table.toCodePoint(at)).toBe(count)
        expect(table.toCodePoint(at)).toBe([...text.slice(0, at)].length)
        // From inside a pair it is the place of the pair.
        for (let inside = 1; inside < character.length; inside++)
          expect(table.toCodePoint(at + inside)).toBe(count)
        at += character.length
      }
      expect(table.codePoints).toBe([...text].length)
    }),
  )
})

test('to the other unit and back is the same place', () => {
  fc.assert(
    fc.property(arabicNews, text => {
      const table = offsets(text)
      for (let codePoint = 0; codePoint <= table.codePoints; codePoint++)
        expect(table.toCodePoint(table.toUtf16(codePoint))).toBe(codePoint)
      for (let at = 0; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
        expect(table.toUtf16(table.toCodePoint(at))).toBe(at)
    }),
  )
})

test('places outside the text are its ends', () => {
  const table = offsets('📷 بيروت')
  expect([table.toCodePoint(-5), table.toCodePoint(99)]).toEqual([0, 7])
  expect([table.toUtf16(-5), table.toUtf16(99)]).toEqual([0, 8])
})

test('paragraphs and their line ends are the whole text, and each offset is found in its own', () => {
  fc.assert(
    fc.property(newsAndStretch, ({ text, start }) => {
      const paragraphs = paragraphsOf(text)
      const lines = paragraphs.map(({ start, end }) => text.slice(start, end))
      expect(lines.join('\n')).toBe(text.replace(/\n$/, ''))
      const { start: from, end } = paragraphs[paragraphAt(paragraphs, start)] ?? {
        start: -1,
        end: -1,
      }
      expect(from).toBeLessThanOrEqual(start)
      expect(end + 1).toBeGreaterThanOrEqual(start)
    }),
  )
})

test('names are ordered as Python orders them', () => {
  const characters = fc.constantFrom('a', 'ب', '\ue000', '\uffee', '📷', '𝒜', '')
  const name = fc.array(characters, { maxLength: 4 }).map(parts => parts.join(''))
  const codes = (text: string) => [...text].map(character => character.codePointAt(0) as number)
  const asPython = (a: string, b: string) => {
    const [one, two] = [codes(a), codes(b)]
    const at = one.findIndex((code, n) => code !== two[n])
    if (at === -1) return one.length - two.length
    return two[at] === undefined ? 1 : (one[at] as number) - (two[at] as number)
  }
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(asPython(a, b)))
    }),
  )
})
