import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { findDates } from '../../annotations/dates/find-dates.ts'
import { figure, median } from './measure.ts'
import type { Part } from './report.ts'

const golden = z.object({
  text: z.string(),
  expression: z.string(),
  start: z.int(),
  end: z.int(),
  anchor: z.string().nullable(),
  type: z.string().nullable(),
  value: z.string().nullable(),
  mod: z.string().optional(),
})
type Golden = z.infer<typeof golden>

/** What a parser makes of a text: stretches with a value, where it gives one. */
type Found = { start: number; end: number; value: string }
type Parser = { name: string; find: (line: Golden) => Found[] }

const two = (n: number) => String(n).padStart(2, '0')
/** A day, month or year as TIMEX3 writes it, of the parts a parser is sure of. */
const timexOf = (year?: number | null, month?: number | null, day?: number | null) =>
  year ? `${year}${month ? `-${two(month)}${day ? `-${two(day)}` : ''}` : ''}` : ''

const chronoModule = z.object({
  parse: z.custom<
    (
      text: string,
      at: Date,
    ) => {
      index: number
      text: string
      start: { get(part: string): number | null; isCertain(part: string): boolean }
    }[]
  >(value => typeof value === 'function'),
})
const anyModule = z.object({
  default: z.object({
    attempt: z.custom<
      (
        text: string,
        locale: string,
      ) => { year?: number; month?: number; day?: number; invalid?: string }
    >(value => typeof value === 'function'),
  }),
})

/** Peers are installed beside the bench, never among the app's packages: found at run time, by its own resolution. */
async function peer(root: string, name: string): Promise<unknown> {
  const require = createRequire(join(root, 'tests', 'bench', 'package.json'))
  return import(pathToFileURL(require.resolve(name)).href)
}

const locales = ['ar', 'ar-EG', 'ar-SY', 'ar-TN', 'ar-MA']

async function peers(root: string): Promise<Parser[]> {
  const chrono = chronoModule.parse(await peer(root, 'chrono-node'))
  const { default: any } = anyModule.parse(await peer(root, 'any-date-parser'))
  return [
    {
      name: 'chrono-node 2.10 (has no Arabic; its default)',
      find: ({ text, anchor }) =>
        chrono
          .parse(text, new Date(`${anchor ?? '2024-08-07'}T12:00:00`))
          .map(({ index, text, start }) => ({
            start: index,
            end: index + text.length,
            value: timexOf(
              start.get('year'),
              start.isCertain('month') ? start.get('month') : undefined,
              start.isCertain('day') ? start.get('day') : undefined,
            ),
          })),
    },
    {
      // It reads a whole string and searches no text, so it is given the expression alone.
      name: 'any-date-parser 2.2 (five Arabic locales; given the expression alone)',
      find: ({ expression, start, end }) =>
        locales.flatMap(locale => {
          const { year, month, day, invalid } = any.attempt(expression, locale)
          return invalid || !year ? [] : [{ start, end, value: timexOf(year, month, day) }]
        }),
    },
  ]
}

const isnad: Parser = {
  name: 'Isnad',
  find: ({ text, anchor }) => findDates(text, { anchor: anchor ?? undefined }),
}

function score({ find }: Parser, lines: readonly Golden[]) {
  let spans = 0
  let values = 0
  let tagged = 0
  const dates = lines.filter(({ type }) => type !== null)
  for (const line of lines) {
    const found = find(line)
    if (line.type === null) {
      if (found.some(({ start, end }) => start < line.end && line.start < end)) tagged++
      continue
    }
    const exact = found.filter(({ start, end }) => start === line.start && end === line.end)
    if (exact.length > 0) spans++
    if (exact.some(({ value }) => value === line.value)) values++
  }
  return { dates: dates.length, spans, values, tagged, others: lines.length - dates.length }
}

const texts: readonly (readonly [string, string])[] = [
  ['nothing but dates', 'في 15 يناير 2023، '],
  ['relative dates and times', 'الخميس الماضي و15 يناير 2023، ومساء أمس الأول وقبل ثلاثة أيام، '],
  ['one word that is a date', 'أمس '],
  ['numeric days', '24/1/2024 '],
  ['digits and slashes', '1/1/1/'],
  ['one digit', '1'],
  ['"من"', 'من '],
  ['"و"', 'و'],
  ['month names', 'يناير فبراير آب كانون الثاني '],
  [
    'running text',
    'وقال المتحدث باسم الوزارة إن الوفد وصل إلى العاصمة وبحث مع المسؤولين سبل تطوير العلاقات بين البلدين في مختلف المجالات يوم الخميس الماضي، ',
  ],
]

function speed(row: string): number[] {
  const rates: number[] = []
  for (const size of [500_000, 1_000_000]) {
    const text = row.repeat(Math.ceil(size / Buffer.byteLength(row)))
    const times = [1, 2, 3].map(() => {
      // Of the processor, and not of the clock: what else the machine does is no part of it.
      const before = process.cpuUsage()
      findDates(text, { anchor: '2024-08-07' })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    rates.push(Buffer.byteLength(text) / 1000 / median(times))
  }
  return rates
}

export async function measureDates(root: string): Promise<Part> {
  const lines = readFileSync(join(root, 'tests', 'golden', 'dates', 'press-forms.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => golden.parse(JSON.parse(line)))
  const rows: string[][] = []
  for (const parser of [isnad, ...(await peers(root))]) {
    const { dates, spans, values, tagged, others } = score(parser, lines)
    rows.push([
      parser.name,
      `${spans} of ${dates}`,
      `${values} of ${dates}`,
      `${tagged} of ${others}`,
    ])
  }
  const own = score(isnad, lines)
  let slowest = Number.POSITIVE_INFINITY
  for (const [name, row] of texts) {
    const [half = 0, whole = 0] = speed(row)
    slowest = Math.min(slowest, whole)
    rows.push([
      `speed: ${name}`,
      `${figure(half)} MB/s at 0.5 MB`,
      `${figure(whole)} MB/s at 1 MB`,
      '–',
    ])
  }
  return {
    id: 'dates',
    title: 'Dates of Arabic news',
    intro: `\`tests/golden/dates/press-forms.jsonl\`: ${own.dates} expressions in their sentences and ${own.others} look-alikes. An expression is found if its span is exactly the one asked for, and right if its TIMEX3 value is too. Below, how much text of one thing only is read in a second of processor time, garbage collection included.`,
    columns: ['', 'found', 'value right', 'look-alikes tagged'],
    rows,
    ratios: [
      {
        name: 'expressions found',
        value: (own.spans / own.dates) * 100,
        target: 97,
        better: 'higher',
        unit: ' %',
      },
      {
        name: 'of those, value right',
        value: (own.values / own.spans) * 100,
        target: 97,
        better: 'higher',
        unit: ' %',
      },
      {
        name: 'look-alikes tagged',
        value: (own.tagged / own.others) * 100,
        target: 3,
        better: 'lower',
        unit: ' %',
      },
      { name: 'slowest text of 1 MB', value: slowest, target: 1, better: 'higher', unit: ' MB/s' },
    ],
  }
}
