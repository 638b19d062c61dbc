import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Document } from '../../annotations/model/document.ts'
import { sentences } from './own-news.ts'
import { appFor, tempFolder } from './temp-project.ts'

const news = [
  ['الميناء', 'أعاد العمال فتح الميناء', 'السفن', 'الرصيف الشرقي', 'الحاويات'],
  ['الحافلات', 'مددت البلدية مواعيد الحافلات', 'السائقون', 'المحطة الكبرى', 'الركاب'],
  ['المخابز', 'خفضت النقابة أسعار المخابز', 'الخبازون', 'الحي القديم', 'الزبائن'],
  ['المكتبة', 'افتتح الأهالي المكتبة الجديدة', 'القراء', 'الشارع الطويل', 'الطلاب'],
  ['الجسر', 'أغلقت الشرطة الجسر المعلق', 'المهندسون', 'الضفة الغربية للنهر', 'العابرون'],
  ['السد', 'ملأت الأمطار السد الشمالي', 'المزارعون', 'السهل الخصيب', 'الصيادون'],
  ['المتحف', 'نقلت الإدارة تماثيل المتحف', 'الزوار', 'القاعة الزجاجية', 'الحراس'],
] as const

/** Different articles: each sentence has words of its own. */
function body(at: number): string[] {
  const [what, did, who, where, others] = news[at % news.length] as (typeof news)[number]
  return [
    `${did} بعد أسابيع من الانتظار، وقال مسؤول في ${what} إن ${who} عادوا إلى ${where} منذ الصباح الباكر.`,
    `وأضاف أن ${others} شكوا من طول الطريق إلى ${where}، وأن اللجنة المكلفة بشؤون ${what} ستجتمع قريبا للنظر في ذلك.`,
    `ولم يذكر ${who} متى ينتهي العمل في ${what}، غير أن ${others} يرجحون أن يطول حتى نهاية الموسم الحالي.`,
  ]
}

const section = 'أخبار المدينة'
const rights =
  'جميع الحقوق محفوظة لصحيفة الضفتين، ولا يجوز إعادة نشر موادها من دون إذن خطي مسبق من إدارة التحرير.'
const invitation = 'اشترك في نشرتنا البريدية'
const background =
  'وتشهد المدينة منذ أكتوبر 2023 أعمال ترميم واسعة أثرت في حياة السكان والتجار في أحيائها القديمة والجديدة.'
const untold = 'ولم يصدر تعليق من المحافظة.'
const bare = 'ولم يعلق المحافظ على النبأ'
const slogan = '«لن نترك أحدا في هذه المدينة بلا ماء»'

async function corpus() {
  const root = await tempFolder()
  const project = join(root, 'project')
  const app = appFor(join(root, 'user'))
  await app.done('project.create', { folder: project, title: 'أسطر' })
  const known = new Map<string, string>()

  async function bring(pages: readonly string[][], outlet = 'الضفتان') {
    const folder = join(root, `news-${known.size}`)
    await mkdir(folder)
    for (const [at, lines] of pages.entries())
      await writeFile(join(folder, `${at}.txt`), `${lines.join('\n')}\n`)
    const report = await app.done('import.run', { project, paths: [folder], outlet, job: 'j' })
    expect(report.rejected).toEqual([])
    for (const { id, title } of report.imported) known.set(`${title} ${id}`, id)
    return report
  }

  const open = (id: string) => app.done('documents.read', { project, id })
  const dimmed = ({ text, regions }: Document) =>
    regions.flatMap(({ by, start, end }) => (by === 'recurrence' ? [text.slice(start, end)] : []))
  /** What recurrence has dimmed, by title. */
  async function all() {
    const titles = [...known.keys()].sort()
    return Promise.all(titles.map(async title => dimmed(await open(known.get(title) as string))))
  }
  return { app, project, bring, open, dimmed, all, known }
}

const page = (at: number, head: string[] = [], foot: string[] = []) => [
  `${at}. ${(news[at % news.length] as (typeof news)[number])[1]}`,
  ...head,
  ...body(at),
  ...foot,
]
const pages = (count: number, head: string[], foot: string[], from = 0) =>
  Array.from({ length: count }, (_, at) => page(from + at, head, foot))

test('names of sections, invitations and rights that recur in an outlet are dimmed, and nothing else of its pages', async () => {
  const { bring, all } = await corpus()
  const foot = [background, untold, slogan, invitation, rights]
  const report = await bring(pages(6, [section], foot))
  expect(new Set((await all()).map(lines => lines.join('|')))).toEqual(
    new Set([[section, invitation, rights].join('|')]),
  )
  expect(report.recurring).toMatchObject({ marked: 18 })
  expect(report.recurring?.lines.map(({ line, documents }) => [line, documents])).toEqual(
    expect.arrayContaining([
      [section, 6],
      [invitation, 6],
      [rights, 6],
    ]),
  )
})

test('the fifth article marks the four before it, and the marks are those of one import of all five', async () => {
  const one = await corpus()
  const first = await one.bring(pages(4, [section], [invitation]))
  expect(first.recurring).toBeUndefined()
  expect((await one.all()).flat()).toEqual([])
  const fifth = await one.bring(pages(1, [section], [invitation], 4))
  expect(fifth.recurring).toMatchObject({ marked: 10 })
  const other = await corpus()
  await other.bring(pages(5, [section], [invitation]).reverse())
  expect(await one.all()).toEqual(await other.all())
  expect((await one.all()).flat()).toHaveLength(10)
})

test('an article printed five times is five copies, and none of its lines is furniture', async () => {
  const { bring, all } = await corpus()
  const copies = Array.from({ length: 6 }, (_, at) => [
    `نسخة ${at}`,
    section,
    ...body(0).slice(0, at % 2 === 0 ? 3 : 2),
    invitation,
  ])
  await bring([...copies, page(1), page(2)])
  expect((await all()).flat()).toEqual([])
})

test('lines of another outlet, of few of its articles, or in its text where sentences end without a stop are none', async () => {
  const { bring, all } = await corpus()
  await bring(pages(4, [section], [invitation]), 'الأولى')
  await bring(pages(4, [section], [invitation], 7), 'الثانية')
  await bring([...pages(5, ['ركن نادر'], [], 14), ...pages(21, [], [], 21)], 'الثالثة')
  const open = pages(6, [], [bare], 49).map(lines => lines.map(line => line.replace(/[.]$/, '')))
  await bring(open, 'الرابعة')
  expect((await all()).flat()).toEqual([])
})

test('what an analyst decided stays: given back by key, dimmed by key, given back all at once', async () => {
  const { app, project, bring, open, dimmed, all, known } = await corpus()
  await bring(pages(5, [section], [invitation]))
  const [first, second] = [...known.values()] as [string, string]
  const before = await open(first)
  const chosen = before.regions.find(({ by }) => by === 'recurrence')
  const regions = before.regions.map(region =>
    region === chosen ? { kind: 'body' as const, start: region.start, end: region.end } : region,
  )
  await app.done('documents.mark', { project, id: first, regions })
  await app.done('documents.mark', {
    project,
    id: second,
    regions: (await open(second)).regions.map(({ by: _, ...region }) => region),
  })
  await bring(pages(1, [section], [invitation], 5))
  await app.done('documents.dim-recurring', { project, job: 'j' })
  expect(dimmed(await open(first))).toEqual([invitation])
  expect(dimmed(await open(second))).toEqual([])
  expect((await open(second)).regions.filter(({ kind }) => kind === 'boilerplate')).toHaveLength(2)

  const one = await app.done('documents.give-back', { project, job: 'j', keys: ['اخبار المدينه'] })
  expect(one.documents).toHaveLength(4)
  expect(new Set((await all()).flat())).toEqual(new Set([invitation]))
  await app.done('documents.give-back', { project, job: 'j' })
  const again = await app.done('documents.dim-recurring', { project, job: 'j' })
  expect(again).toEqual({ marked: 0, documents: [], lines: [] })
  expect((await all()).flat()).toEqual([])
})

test('running text of an outlet is never dimmed, however often it is printed', async () => {
  const { bring, all } = await corpus()
  const foot = [
    ...sentences,
    'وأكد ذلك شهود.',
    'ختم البيان:',
    'وهذا كل ما قيل في الأمر حتى الساعة من الجهات كلها',
  ]
  await bring(pages(7, [], foot))
  expect((await all()).flat()).toEqual([])
})

test('parts of a series have titles of their own', async () => {
  const { bring, all } = await corpus()
  await bring(pages(6, [], []).map((lines, at) => [`نشرة الحصاد ${at + 1}`, ...lines.slice(1)]))
  expect((await all()).flat()).toEqual([])
})

test('a title that opens other articles, too, is furniture; who wrote them is not', async () => {
  const { bring, all } = await corpus()
  await bring(
    pages(6, [], []).map(lines => [section, 'بقلم: سلمى الضاوي', 'سلمى الضاوي', ...lines]),
  )
  expect(new Set((await all()).map(dimmed => dimmed.join('|')))).toEqual(new Set([section]))
})
