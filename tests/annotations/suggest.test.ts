import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { applyChanges } from '../../annotations/model/change.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { addSuggestions } from '../../annotations/suggest/add-suggestions.ts'
import { suggest } from '../../annotations/suggest/suggest.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { arabicNews, documentOf } from '../arabic-news.ts'
import { annotatedOf, score, type Written } from './suggest-score.ts'

const folder = join(import.meta.dirname, '../golden/suggest')
const knowledge = { actors: [], scheme: defaultScheme }

/** What reports are made of, in any order: what the rules look for where they do not expect it. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...'قال|وقالت|وأضاف|أكد|نقلت|مؤكدا|مشيرا إلى|بحسب|وفقا لـ|نقلا عن|من المتوقع|إن|أن|بأنه|الذي|لكن|وهو ما|عن|في بيان|لـ|ب'.split(
      '|',
    ),
    ...'وزير الدفاع|محمد حسن السالم|المصدر|ثلاثة مصادر|رويترز|«السنابل»|وكالة|العراق|بغداد|للحكومة|كتائب «الصقر»|دعوته|اشترط عدم ذكر اسمه'.split(
      '|',
    ),
    ...'،|.|:|«|»|"|(|)|-|\n|\n\n|اليوم|أمس الأحد|2025|على|القوات الأميركية|مدعومة من إيران'.split(
      '|',
    ),
  ),
  arabicNews,
)
const reports = fc
  .array(pieces, { minLength: 1, maxLength: 60 })
  .map(parts => `${parts.join(' ')} .`)

function article(name: string) {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const written: Written = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  const { published, outlet } = written
  const document = { text, regions: findRegions(text), published, outlet }
  return { text, document, gold: annotatedOf(text, written) }
}

test.each(['water', 'strike'])('%s: dates, actors, claims and their sources are found', name => {
  const { text, document, gold } = article(name)
  const { actors, dates, claims, sources, wrongSources } = score(
    text,
    suggest(document, knowledge),
    gold,
  )
  expect(dates.f1, dates.wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(actors.f1, actors.wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  expect(claims.recall, claims.wrong.join('\n')).toBeGreaterThanOrEqual(0.85)
  expect(claims.precision, claims.wrong.join('\n')).toBeGreaterThanOrEqual(0.85)
  expect(sources, wrongSources.join('\n')).toBeGreaterThanOrEqual(0.85)
})

/** One story after another in the manner of an agency, a channel, a newspaper, a site of the region. */
test.each([
  'reuters',
  'afp',
  'anadolu',
  'official',
  'channel',
  'network',
  'newspaper',
  'daily',
  'kurdish',
  'rudaw',
])('news as %s writes it: dates, actors, claims and who made them', name => {
  const { text, document, gold } = article(name)
  const { actors, dates, claims, sources, wrongSources } = score(
    text,
    suggest(document, knowledge),
    gold,
  )
  expect(dates.f1, dates.wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(actors.f1, actors.wrong.join('\n')).toBeGreaterThanOrEqual(0.8)
  expect(claims.recall, claims.wrong.join('\n')).toBeGreaterThanOrEqual(0.85)
  expect(claims.precision, claims.wrong.join('\n')).toBeGreaterThanOrEqual(0.8)
  expect(sources, wrongSources.join('\n')).toBeGreaterThanOrEqual(0.85)
})

test('whatever the text, suggestions are a set without errors, the same each time, and nothing the second time', () => {
  fc.assert(
    fc.property(reports, text => {
      const document = { ...documentOf(text), regions: findRegions(text) }
      const made = suggest(document, knowledge)
      expect(suggest(document, knowledge)).toEqual(made)
      const set = emptySet(document.id, document.textDigest, 'machine')
      const next = applyChanges(set, addSuggestions(set, made))
      expect(
        checkSet(next, document, defaultScheme).filter(({ severity }) => severity === 'error'),
      ).toEqual([])
      expect(addSuggestions(next, made)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['قال مسؤولان سابقان في «مجلس الميناء» إن العمل يعود غدا.', 'مسؤولان سابقان في «مجلس الميناء»'],
  ['أكد مسؤول في مكتب رئيس الوزراء أن القرار صدر أمس.', 'مسؤول في مكتب رئيس الوزراء'],
  ['نقلت الصحيفة عن مصدر نقابي أن الأجور ستدفع.', 'مصدر نقابي'],
  [
    'قال المتحدث باسم البنتاغون دانيال كرايتون إن القوات ستعود.',
    'المتحدث باسم البنتاغون دانيال كرايتون',
  ],
  ['أعلن الوزير «وعدا لا رجوع فيه» أن العمل يبدأ غدا.', 'الوزير'],
])('%s: the mention is whole, and no more', (text, mention) => {
  const { annotations } = suggest(documentOf(text), knowledge)
  const quotes = annotations
    .filter(({ label }) => label === 'actor')
    .map(({ spans }) => spans[0]?.quote)
  expect(quotes).toContain(mention)
})

test('a verb that has its object does not look for its preposition further on', () => {
  const text = 'أعلنت نقابة الميناء نهاية الهدنة مع الشركة نيابة عن عمالها.'
  const { annotations } = suggest(documentOf(text), knowledge)
  const claims = annotations.filter(({ label }) => label === 'claim')
  expect(claims.map(({ spans }) => spans[0]?.quote.split(' ')[0])).toEqual(['نهاية'])
})
