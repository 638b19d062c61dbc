import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldLineEnds } from '../../src-main/corpus/line-ends.ts'
import { readSingleByte } from '../../src-main/corpus/single-byte.ts'
import { bom, failureOf, read } from './decoding.ts'
import { asTypedInIso, encodeSingleByte, repertoire, type SingleByteName, utf16 } from './encode.ts'
import { arabicNews, article, sentences } from './own-news.ts'

const singleByte: SingleByteName[] = ['windows-1256', 'iso-8859-6']

const writable = (text: string, encoding: SingleByteName) =>
  encoding === 'iso-8859-6' ? asTypedInIso(text) : text

test('our tables of the two 8-bit encodings are those of the Encoding Standard', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  for (const encoding of singleByte)
    expect(readSingleByte(all, encoding)).toBe(new TextDecoder(encoding).decode(all))
})

test('an article comes out the same from every encoding, with and without a byte order mark', () => {
  const cases: [Buffer, string, string, boolean][] = [
    [Buffer.from(article), 'utf-8', 'valid-utf8', false],
    [Buffer.concat([bom, Buffer.from(article)]), 'utf-8', 'bom', true],
    [utf16(`\ufeff${article}`, 'le'), 'utf-16le', 'bom', true],
    [utf16(`\ufeff${article}`, 'be'), 'utf-16be', 'bom', true],
    [utf16(article, 'le'), 'utf-16le', 'statistics', false],
    [utf16(article, 'be'), 'utf-16be', 'statistics', false],
    [encodeSingleByte(article, 'windows-1256'), 'windows-1256', 'statistics', false],
  ]
  for (const [bytes, encoding, how, hasMark] of cases) {
    const { text, decision } = read(bytes)
    expect(text).toBe(article)
    expect(decision).toMatchObject({ encoding, how, bom: hasMark })
    expect(decision.confidence).toBeGreaterThan(0.85)
  }
  const typed = asTypedInIso(article)
  const { text, decision } = read(encodeSingleByte(typed, 'iso-8859-6'))
  expect(text).toBe(typed)
  expect(decision).toMatchObject({ encoding: 'iso-8859-6', how: 'statistics' })
})

test('forty characters of news are enough to know the encoding', () => {
  fc.assert(
    fc.property(
      arabicNews,
      fc.nat({ max: 60 }),
      fc.constantFrom(...singleByte),
      (news, from, encoding) => {
        const text = writable(news.slice(from, from + 40), encoding)
        fc.pre(/(?:[\u0621-\u064a]+ ){4}/.test(text))
        expect(read(encodeSingleByte(text, encoding)).decision.encoding).toBe(encoding)
      },
    ),
  )
})

test('any text that an encoding can write is read back the same when that encoding is chosen', () => {
  for (const encoding of singleByte) {
    const characters = repertoire(encoding).filter(one => one >= ' ' && one !== '\x7f')
    const text = fc.string({ unit: fc.constantFrom(...characters), minLength: 1 })
    fc.assert(
      fc.property(text, some => {
        fc.pre(some.trim() !== '')
        expect(read(encodeSingleByte(some, encoding), encoding)).toEqual({
          text: some,
          decision: { encoding, bom: false, how: 'chosen', confidence: 1 },
        })
      }),
    )
  }
  fc.assert(
    fc.property(arabicNews, fc.string({ unit: 'grapheme' }), (news, more) => {
      const text = `${news} 📷 ${more.replace(/\p{Cc}/gu, '')}`
      expect(read(Buffer.from(text), 'UTF-8').text).toBe(text)
      expect(read(utf16(text, 'le'), 'utf-16le').text).toBe(text)
      expect(read(utf16(text, 'be'), 'UTF16BE').text).toBe(text)
      expect(read(utf16(`\ufeff${text}`, 'be'), 'utf-16').text).toBe(text)
      expect(read(utf16(text, 'be'), 'utf-16').text).toBe(text)
    }),
  )
})

test('a file that is valid in the chosen encoding is accepted, though it reads as nonsense', () => {
  const { text, decision } = read(Buffer.from('ال'), 'cp1256')
  expect(text).toBe('ط§ظ„')
  expect(decision).toMatchObject({ encoding: 'windows-1256', how: 'chosen' })
})

test('an encoding nobody knows is refused by its name', () => {
  expect(failureOf(() => read(Buffer.from('نص'), 'ebcdic'))).toMatchObject({
    code: 'unknown-encoding',
    params: { encoding: 'ebcdic' },
  })
})

test('a page is read as it declares itself, unless its bytes say otherwise', () => {
  const page = (charset: string) => `<html><head><meta charset="${charset}"></head>${sentences[1]}`
  const typed = asTypedInIso(page('iso-8859-6'))
  const declared = read(encodeSingleByte(page('windows-1256'), 'windows-1256'), 'auto', true)
  expect(declared.decision).toMatchObject({ encoding: 'windows-1256', how: 'declared' })
  const iso = read(encodeSingleByte(typed, 'iso-8859-6'), 'auto', true)
  expect(iso.decision).toMatchObject({ encoding: 'iso-8859-6', how: 'declared' })
  // Saved as UTF-8 by a browser that left the old declaration in.
  const resaved = read(Buffer.from(page('windows-1256')), 'auto', true)
  expect(resaved.decision).toMatchObject({ encoding: 'utf-8', how: 'valid-utf8' })
  // Declared UTF-8, but is not.
  const lying = read(encodeSingleByte(page('utf-8'), 'windows-1256'), 'auto', true)
  expect(lying.decision).toMatchObject({ encoding: 'windows-1256', how: 'statistics' })
  const oldStyle = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">${sentences[0]}`
  const httpEquiv = read(encodeSingleByte(oldStyle, 'windows-1256'), 'auto', true)
  expect(httpEquiv.decision.how).toBe('declared')
})

test('a byte order mark is no text; a second one is', () => {
  expect(read(Buffer.concat([bom, bom, Buffer.from('نص')])).text).toBe('\ufeffنص')
})

const anyLines = fc
  .array(
    fc.constantFrom('نص', 'ال', '\r', '\n', '\r\n', ' ', '\u00a0', '\u2028', '\u0085', '\u200f'),
  )
  .map(pieces => pieces.join(''))

test('line ends become LF and nothing else of a text changes', () => {
  fc.assert(
    fc.property(anyLines, text => {
      const folded = foldLineEnds(text)
      expect(folded.text).not.toContain('\r')
      expect(folded.text.split('\n')).toEqual(text.split(/\r\n|\r|\n/))
      expect(foldLineEnds(folded.text)).toEqual({ text: folded.text, lineEnds: 'lf' })
    }),
  )
})

test('the line ends that were found are told', () => {
  expect(foldLineEnds('أ\r\nب\r\n').lineEnds).toBe('crlf')
  expect(foldLineEnds('أ\rب\r').lineEnds).toBe('cr')
  expect(foldLineEnds('أ\nب').lineEnds).toBe('lf')
  expect(foldLineEnds('أ').lineEnds).toBe('lf')
  expect(foldLineEnds('أ\nب\r\nج').lineEnds).toBe('mixed')
  expect(foldLineEnds('أ\r\r\nب')).toEqual({ text: 'أ\n\nب', lineEnds: 'mixed' })
})
