import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type App, expect, test } from './app.ts'
import { carryAway, handIn, mergeWith, openAs, rowOf, tag } from './colleagues.ts'
import { repository } from './repository.ts'
import { setOf } from './sets.ts'
import { openByRow, ready, saved } from './text.ts'

const cli = join(repository, 'out', 'main', 'cli.js')
const isnad = (...args: string[]) => promisify(execFile)(process.execPath, [cli, ...args])

const articles = [
  'قال وزير الدفاع إن القوات ستغادر القاعدة في أيلول المقبل.\n',
  'نفى النائب وجود اتفاق، وأكد أن الحديث عن مواعيد سابق لأوانه.\n',
  'ذكرت وكالة الأنباء أن الوفد عاد إلى العاصمة مساء الأحد.\n',
]

test.use({ startOn: 'empty' })

async function withArticles({ project }: App) {
  const folder = join(dirname(project), 'articles')
  await mkdir(folder)
  for (const [n, text] of articles.entries()) await writeFile(join(folder, `${n}.txt`), text)
  await isnad('import', project, folder)
}

/** Each screen in one of the two languages, every one of them at both sizes: together all of them, in half the time. */
const seenIn: Record<string, 'ar' | 'en'> = {
  assign: 'ar',
  guideline: 'en',
  merge: 'ar',
  review: 'en',
  todo: 'ar',
  answer: 'en',
}

async function look(page: Page, app: App, name: string, path: (name: string) => string) {
  const language = await page.evaluate(() => document.documentElement.lang)
  if (seenIn[name] !== language && !process.env.ISNAD_PICTURES) return
  for (const [width, height] of [
    [1280, 800],
    [1024, 640],
  ] as const) {
    if (!app.electron) await page.setViewportSize({ width, height })
    await page.screenshot({ path: path(`${name}-${width}.png`) })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
  if (!app.electron) await page.setViewportSize({ width: 1360, height: 860 })
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(app.electron !== undefined)
    .analyze()
  expect(
    violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html.slice(0, 160))]),
  ).toEqual([])
}

for (const [language, theme] of [
  ['ar', 'dark'],
  ['en', 'light'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme, annotator: 'سامر' } })

    test('three people on three copies of a folder: given out, annotated, merged, reviewed, answered', async ({
      app,
    }, testInfo) => {
      await withArticles(app)
      await app.restart()
      const { page } = app
      await ready(page)

      // سامر gives the three articles out to all three, and says how to annotate.
      await page.keyboard.press('Shift+F9')
      await page.getByTestId('team-assign').click()
      for (const name of ['ليلى', 'عمر']) {
        await page.getByTestId('round-name').fill(name)
        await page.getByTestId('round-add').click()
      }
      // A calibration: all three articles for both of them, and neither sees the other's before handing in.
      await page.getByTestId('round-kind-calibration').click()
      await page.getByTestId('round-number').fill('3')
      await page.getByTestId('round-run').click()
      await expect(page.getByTestId('round')).toHaveCount(1)
      await expect(page.getByTestId('round').locator('.tag')).toHaveText(
        language === 'ar' ? 'مستور' : 'blind',
      )
      await look(page, app, 'assign', name => testInfo.outputPath(name))
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Alt+KeyG')
      await app.page
        .getByTestId('guide-text')
        .fill('# الفاعل\n\n* **اسم** من يفعل أو يقول.\n* لا الضمائر.')
      await page.getByTestId('submit').click()
      await expect(page.getByTestId('guide-versions').locator('li')).toHaveCount(1)
      await look(page, app, 'guideline', name => testInfo.outputPath(name))
      await page.keyboard.press('Escape')

      // Each carries a copy away.
      const [a, b] = [
        join(dirname(app.project), 'نسخة ليلى'),
        join(dirname(app.project), 'نسخة عمر'),
      ]
      await carryAway(app.project, a)
      await carryAway(app.project, b)

      await openAs(page, a, 'ليلى')
      await openByRow(page, rowOf(page, 'قال وزير'))
      await tag(page, 'وزير الدفاع', 'KeyA')
      await tag(page, 'أيلول المقبل', 'KeyA')
      await handIn(page)
      await openAs(page, b, 'عمر')
      await openByRow(page, rowOf(page, 'قال وزير'))
      await tag(page, 'القوات', 'KeyA')
      await handIn(page)
      await openByRow(page, rowOf(page, 'نفى النائب'))
      await tag(page, 'النائب', 'KeyA')
      await handIn(page)

      // سامر merges the three.
      await openAs(page, app.project, 'سامر')
      let folder = app.project
      for (const [n, other] of [a, b].entries()) {
        folder = join(dirname(app.project), `مدموج ${n + 1}`)
        await mergeWith(page, other, folder, async () => {
          if (n === 1) await look(page, app, 'merge', name => testInfo.outputPath(name))
        })
      }
      expect((await setOf(folder, 'ليلى', 'قال وزير')).annotations).toHaveLength(2)
      expect((await setOf(folder, 'عمر', 'قال وزير')).annotations).toHaveLength(1)

      // And walks through what ليلى handed in: one is right, one is not.
      await page.keyboard.press('Shift+F9')
      await page.getByTestId('team-review').click()
      await page
        .getByTestId('to-review')
        .locator('li', { hasText: 'ليلى' })
        .getByTestId('begin-review')
        .click()
      await expect(page.getByTestId('colleague-bar')).toBeVisible()
      await ready(page)
      await page.getByTestId('reader').focus()
      await page.keyboard.press('Alt+Enter')
      await expect(page.getByTestId('colleague-bar')).toContainText(/[1١]/)
      await page
        .locator('.relabel button', { hasText: language === 'ar' ? 'تاريخ' : 'Date' })
        .click()
      await page.getByTestId('tab-comments').click()
      await expect(page.getByTestId('suggestion')).toBeVisible()
      await page.getByTestId('new-comment').fill('هذا تاريخ لا فاعل @ليلى')
      await page.getByTestId('add-comment').click()
      await expect(page.getByTestId('comment')).toHaveCount(1)
      await look(page, app, 'review', name => testInfo.outputPath(name))
      await page.getByTestId('review-ask').click()
      await page.getByTestId('changes-text').fill('راجعي التاريخ')
      await page.getByTestId('submit').click()
      await expect(page.getByTestId('review-ask')).toBeHidden()
      // Nothing of it is in her set.
      const before = await setOf(folder, 'ليلى', 'قال وزير')
      expect(before.annotations.map(({ label }) => label)).toEqual(['actor', 'actor'])

      // She finds it among her tasks, takes the correction, answers and hands in again.
      await openAs(page, folder, 'ليلى')
      await page.keyboard.press('Shift+F9')
      await expect(page.getByTestId('to-do')).toContainText('راجعي التاريخ')
      await look(page, app, 'todo', name => testInfo.outputPath(name))
      await page.getByTestId('to-do-open').first().click()
      await ready(page)
      await page.getByTestId('tab-comments').click()
      await look(page, app, 'answer', name => testInfo.outputPath(name))
      await page.getByTestId('take').click()
      await saved(page)
      await expect(page.getByTestId('suggestion')).toHaveCount(0)
      await page.getByTestId('reply').first().fill('صحيح، شكرًا')
      await page.getByTestId('reply').first().press('Enter')
      await expect(page.getByTestId('comment')).toHaveCount(2)
      await handIn(page)
      await expect
        .poll(async () =>
          (await setOf(folder, 'ليلى', 'قال وزير')).annotations.map(({ label }) => label),
        )
        .toEqual(['actor', 'date'])

      // What عمر made of another article she sees when she has handed in her own, not before.
      const theirs = page.getByTestId('to-review').locator('li', { hasText: 'عمر' })
      const looks = async (articles: number) => {
        await page.keyboard.press('Shift+F9')
        await page.getByTestId('team-review').click()
        await expect(theirs).toHaveCount(articles)
        await page.keyboard.press('Escape')
        await page.keyboard.press('F7')
        await expect(page.getByTestId('review-progress')).toHaveAttribute(
          'data-total',
          `${articles}`,
        )
        await page.keyboard.press('F7')
        await ready(page)
      }
      await looks(1)
      await openByRow(page, rowOf(page, 'نفى النائب'))
      await tag(page, 'النائب', 'KeyA')
      await handIn(page)
      await looks(2)

      // سامر approves; the export says so, and holds what was said.
      await openAs(page, folder, 'سامر')
      await page.keyboard.press('Shift+F9')
      await page.getByTestId('team-assign').click()
      await page.getByTestId('round-report').click()
      await expect(page.getByTestId('dialog-agreement')).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+F9')
      await page.getByTestId('team-review').click()
      await page
        .getByTestId('to-review')
        .locator('li', { hasText: 'ليلى' })
        .filter({ hasText: 'قال وزير' })
        .getByTestId('begin-review')
        .click()
      await page.getByTestId('review-approve').click()
      await expect(page.getByTestId('review-approve')).toBeHidden()
      const out = join(dirname(app.project), 'out.jsonl')
      await isnad('export', folder, '--format', 'isnad', '--out', out, '--annotators', 'ليلى')
      const line = JSON.parse((await readFile(out, 'utf8')).split('\n')[0] ?? '')
      expect(line.set.status).toBe('approved')
      expect(line.comments.map(({ text }: { text: string }) => text)).toContain('صحيح، شكرًا')
    })
  })
