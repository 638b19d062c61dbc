import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bom, failureOf, read } from './decoding.ts'
import { asTypedInIso, encodeSingleByte, utf16 } from './encode.ts'
import { arabicNews, article, sentences } from './own-news.ts'

test('a broken byte in UTF-8 is refused at its place and never replaced', () => {
  fc.assert(
    fc.property(arabicNews, fc.nat(), fc.constantFrom(0xff, 0xc0, 0xf8, 0x80), (news, at, bad) => {
      const characters = [...news]
      const before = Buffer.from(characters.slice(0, at % characters.length).join(''))
      const after = Buffer.from(characters.slice(at % characters.length).join(''))
      const bytes = Buffer.concat([before, Buffer.of(bad), after])
      for (const encoding of ['auto', 'utf-8'])
        expect(failureOf(() => read(bytes, encoding))).toMatchObject({
          code: 'undecodable',
          params: { encoding: 'utf-8', byte: before.length },
        })
      expect(failureOf(() => read(Buffer.concat([bom, bytes])))).toMatchObject({
        code: 'undecodable',
        params: { byte: before.length + 3 },
      })
    }),
  )
})

test('UTF-8 that is cut off in a character is refused where that character begins', () => {
  const whole = Buffer.from(sentences[0])
  const cut = Buffer.concat([whole, Buffer.from('ع').subarray(0, 1)])
  expect(failureOf(() => read(cut))).toMatchObject({
    code: 'undecodable',
    params: { byte: whole.length },
  })
})

test('UTF-16 with half a character is refused at its place', () => {
  const odd = Buffer.concat([utf16('\ufeffنص', 'le'), Buffer.of(0x41)])
  expect(failureOf(() => read(odd))).toMatchObject({
    code: 'undecodable',
    params: { encoding: 'utf-16le', byte: 6 },
  })
  const oddWithoutMark = Buffer.concat([utf16(sentences[0], 'be'), Buffer.of(0x06)])
  expect(failureOf(() => read(oddWithoutMark))).toMatchObject({
    code: 'undecodable',
    params: { encoding: 'utf-16be', byte: oddWithoutMark.length - 1 },
  })
  const lone = utf16('\ufeffن\ud83dص', 'be')
  expect(failureOf(() => read(lone))).toMatchObject({ code: 'undecodable', params: { byte: 4 } })
})

test('a byte that ISO-8859-6 does not define is refused at its place', () => {
  const text = asTypedInIso(article)
  const bytes = encodeSingleByte(text, 'iso-8859-6')
  const broken = Buffer.concat([bytes.subarray(0, 100), Buffer.of(0xff), bytes.subarray(100)])
  for (const encoding of ['auto', 'ISO-8859-6'])
    expect(failureOf(() => read(broken, encoding))).toMatchObject({
      code: 'undecodable',
      params: { encoding: 'iso-8859-6', byte: 100 },
    })
})

test('8-bit text of other scripts is refused and not read as Arabic', () => {
  // "Министерство сельского хозяйства" in windows-1251.
  const russian = Buffer.from(
    'cce8ede8f1f2e5f0f1f2e2ee20f1e5ebfcf1eaeee3ee20f5eee7ffe9f1f2e2e0',
    'hex',
  )
  expect(failureOf(() => read(russian))).toMatchObject({ code: 'undecodable', params: { byte: 0 } })
})

test('files that are no text are refused by what they look like', () => {
  const beginnings: [string, string][] = [
    ['89504e470d0a1a0a0000000d49484452', 'PNG'],
    ['ffd8ffe000104a464946', 'JPEG'],
    ['255044462d312e370a', 'PDF'],
    [`504b0304${Buffer.from('........word/document.xml').toString('hex')}`, 'DOCX'],
    ['504b030414000000', 'ZIP'],
    ['7f454c4602010100', 'ELF'],
    ['474946383961', 'GIF'],
    ['7b5c727466315c616e7369', 'RTF'],
    ['d8a700d984', 'NUL'],
    ['d8a707d984', 'U+0007'],
  ]
  for (const [hex, looksLike] of beginnings)
    expect(failureOf(() => read(Buffer.from(hex, 'hex')))).toMatchObject({
      code: 'not-text',
      params: { file: 'a.txt', looksLike },
    })
})

test('a file of no bytes is empty', () => {
  expect(failureOf(() => read(Buffer.alloc(0)))).toMatchObject({ code: 'empty-file' })
})

test('a control character in an article is refused, whatever the encoding, and is not taken for UTF-16', () => {
  const spoiled = `${article.slice(0, 90)}\u0000${article.slice(90)}`
  for (const bytes of [
    Buffer.from(spoiled),
    utf16(spoiled, 'le'),
    encodeSingleByte(spoiled, 'windows-1256'),
  ])
    expect(failureOf(() => read(bytes))).toMatchObject({
      code: 'not-text',
      params: { looksLike: 'NUL' },
    })
})
