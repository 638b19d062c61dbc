import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, parseQuery } from '../../annotations/analysis/query.ts'

/** A condition in brackets. */
function said(condition: Condition | undefined): string {
  if (!condition) return ''
  switch (condition.kind) {
    case 'phrase':
      return `${condition.exact === undefined ? '' : '='}${condition.words.join(' ')}${condition.prefix ? '*' : ''}`
    case 'near':
      return `(${said(condition.a)} ~${condition.words} ${said(condition.b)})`
    case 'not':
      return `-${said(condition.part)}`
    default:
      return `(${condition.parts.map(said).join(condition.kind === 'and' ? ' & ' : ' | ')})`
  }
}

test.each([
  ['أحمد', 'احمد'],
  ['سدّ النهر', '(سد & النهر)'],
  ['سد | نهر', '(سد | نهر)'],
  ['سد OR نهر AND جسر', '(سد | (نهر & جسر))'],
  ['(سد | نهر) -جسر', '((سد | نهر) & -جسر)'],
  ['سد NOT جسر', '(سد & -جسر)'],
  ['"سد النهر"', 'سد النهر'],
  ['«سد النهر»*', 'سد النهر*'],
  ['عراق*', 'عراق*'],
  ['=على', '=علي'],
  ['سد ~5 نهر', '(سد ~5 نهر)'],
  ['سد ~٥ نهر', '(سد ~5 نهر)'],
  ['أ.ف.ب', 'ا ف ب'],
  ['ماذا؟', 'ماذا'],
  ['why?', 'why'],
  ['"ب*د"', 'ب د'],
  ['50$', '50'],
])('%s is read as %s', (text, meaning) => {
  const read = parseQuery(text)
  expect(read.ok && said(read.query.condition)).toBe(meaning)
})

test('filters are named in both languages, and denied', () => {
  const read = parseQuery('سد منفذ:«وكالة النهر» date:2024-01..2024-03 -وسم:ادعاء')
  expect(read.ok && read.query.filters).toEqual([
    { name: 'outlet', value: 'وكالة النهر', not: false, start: 3, end: 21 },
    { name: 'date', value: '2024-01..2024-03', not: false, start: 22, end: 43 },
    { name: 'label', value: 'ادعاء', not: true, start: 45, end: 54 },
  ])
})

test.each([
  ['تاريخ:٢٠٢٤-٠١', '2024-01'],
  ['عن:۲۰۲۵', '2025'],
  ['about:2025-09..2026', '2025-09..2026'],
  ['about:202', '202'],
  ['about:2025-W40', '2025-W40'],
  ['about:2025-Q3', '2025-Q3'],
  ['about:P2Y', 'P2Y'],
  ['about:PAST_REF', 'PAST_REF'],
  ['about:XXXX-09', 'XXXX-09'],
])('%s is a date to look for', (text, value) => {
  const read = parseQuery(text)
  expect(read.ok && read.query.filters[0]?.value).toBe(value)
})

test.each([
  ['', 'empty', 0, 0],
  ['سد "نهر', 'unclosed-quote', 3, 7],
  ['سد (نهر', 'unclosed-bracket', 3, 4],
  ['سد) نهر', 'stray-bracket', 2, 3],
  ['سد |', 'missing-word', 3, 4],
  ['سد NOT', 'missing-word', 3, 6],
  ['لون:أحمر', 'unknown-filter', 0, 3],
  ['(label:claim)', 'filter-inside', 1, 12],
  ['-سد', 'only-not', 0, 3],
  ['سد ~5', 'near-needs-words', 3, 5],
  ['سد ~ نهر', 'near-needs-number', 3, 4],
  ['*غداد', 'bad-wildcard', 0, 1],
  ['سد ب*داد', 'bad-wildcard', 4, 5],
  ['ب.*د', 'bad-wildcard', 1, 2],
  ['و?شنطن', 'bad-wildcard', 1, 2],
  ['[اب]غداد', 'bad-wildcard', 0, 1],
  ['بغداد$', 'bad-wildcard', 5, 6],
  ['date:أمس', 'bad-date', 0, 8],
  ['نهر date:2024-13', 'bad-date', 4, 16],
  ['date:2024-01-32', 'bad-date', 0, 15],
  ['date:2024-03..2024-01', 'bad-date', 0, 21],
  ['date:..', 'bad-date', 0, 7],
  ['region:nope', 'bad-region', 0, 11],
  ['about:أيلول', 'bad-about', 0, 11],
  ['سد عن:2025-13', 'bad-about', 3, 13],
  ['about:2026..2025', 'bad-about', 0, 16],
  ['سد ...', 'missing-word', 3, 6],
])('%j is refused at its place: %s', (text, kind, start, end) => {
  expect(parseQuery(text)).toEqual({ ok: false, problem: { kind, start, end } })
})

test('every string is read or refused at a place inside it', () => {
  const part = fc.constantFrom(
    'سد',
    ' ',
    '(',
    ')',
    '|',
    '"',
    '«',
    '»',
    '-',
    '~3',
    '*',
    '=',
    ':',
    'label:',
    'NOT',
    'OR',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part).map(parts => parts.join('')),
      ),
      text => {
        const read = parseQuery(text)
        if (read.ok) return
        expect(read.problem.start).toBeGreaterThanOrEqual(0)
        expect(read.problem.end).toBeGreaterThanOrEqual(read.problem.start)
        expect(read.problem.end).toBeLessThanOrEqual(text.length + 1)
      },
    ),
    { numRuns: 1000 },
  )
})
