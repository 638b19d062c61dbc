import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ar } from '../../src-renderer/strings/ar.ts'
import { en } from '../../src-renderer/strings/en.ts'

const plural = /_(zero|one|two|few|many|other)$/
const stem = (key: string) => key.replace(plural, '')
const stems = (words: object) => [...new Set(Object.keys(words).map(stem))].sort()
const formsOf = (words: object, wanted: string) =>
  Object.keys(words)
    .filter(key => plural.test(key) && stem(key) === wanted)
    .map(key => plural.exec(key)?.[1])
const counted = [
  ...new Set(
    Object.keys(en)
      .filter(key => plural.test(key))
      .map(stem),
  ),
]
const parametersOf = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/** What stays Latin in an Arabic sentence: keys as printed, formats, and names of fields and files. */
const latin = new Set([
  ...['Tab', 'Enter', 'Esc', 'Shift', 'PgUp', 'PgDn'],
  ...[
    'txt',
    'html',
    'docx',
    'csv',
    'jsonl',
    'JSONL',
    'UTF',
    'ISO',
    'TIMEX',
    'LF',
    'CRLF',
    'CR',
    'W',
    'P',
    'D',
  ],
  ...['project', 'json', 'start', 'end', 'codePoints'],
])

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}

test('both languages say the same things', () => {
  expect(stems(ar)).toEqual(stems(en))
})

test('what is counted has the forms its language counts in', () => {
  const forms = { zero: 0, one: 0, two: 0, few: 0, many: 0, other: 0 }
  for (const key of counted) {
    expect(formsOf(en, key).sort(), key).toEqual(['one', 'other'])
    expect(formsOf(ar, key).sort(), key).toEqual(Object.keys(forms).sort())
  }
  // And nothing is counted in one language alone.
  const inArabic = new Set(
    Object.keys(ar)
      .filter(key => plural.test(key))
      .map(stem),
  )
  expect([...inArabic].sort()).toEqual([...counted].sort())
})

test('a sentence is filled with the same values in both languages', () => {
  for (const [key, sentence] of Object.entries(en)) {
    if (plural.test(key)) continue
    const other = (ar as Record<string, string>)[key] ?? ''
    expect(parametersOf(other), key).toEqual(parametersOf(sentence))
  }
})

test('many and few show their number in both languages', () => {
  for (const key of counted) {
    const said: Record<string, string> = { ...en }
    const saidInArabic: Record<string, string> = ar
    expect(said[`${key}_other`], key).toContain('{{n}}')
    for (const form of ['few', 'many', 'other'])
      expect(saidInArabic[`${key}_${form}`], `${key}_${form}`).toContain('{{n}}')
  }
})

describe('Arabic is Arabic', () => {
  test.each(Object.entries(ar))('%s', (_, sentence) => {
    const words = sentence.replace(/\{\{\w+\}\}/g, '').match(/[A-Za-z]+/g) ?? []
    expect(words.filter(word => !latin.has(word))).toEqual([])
  })
})

test('every sentence that is asked for exists', () => {
  const known = new Set(stems(en))
  const asked = sources('src-renderer').flatMap(source =>
    [...source.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key]) => key),
  )
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter(key => key !== undefined && !known.has(key))).toEqual([])
})
