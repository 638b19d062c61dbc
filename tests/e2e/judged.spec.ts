import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { spanOf } from '../../annotations/model/span.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { expect, test } from './app.ts'
import { carryAway, handIn, mergeWith, openAs, rowOf, tag } from './colleagues.ts'
import { documentsForReview, writeDocuments, writeSets } from './review-project.ts'
import { openByRow, ready } from './text.ts'

const count = 20
const people = ['سامر', 'أمل', 'باسم']

const left = (page: Page) => page.locator('[data-testid=difference]:not([data-standing=decided])')

async function setIn(folder: string, annotator: string, id: string) {
  const parsed = storedSet.parse(await readFile(projectPaths(folder).set(annotator, id), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reason))
  return parsed.value
}

for (const [language, theme] of [
  ['ar', 'dark'],
  ['en', 'light'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ startOn: 'empty', settings: { language, theme, annotator: 'سامر' } })

    test('three people on three copies of a folder, merged; twenty documents adjudicated by keyboard; gold exported', async ({
      app,
    }, testInfo) => {
      const documents = documentsForReview(count)
      // The first of the list, which is the newest.
      const live = documents.at(-1)
      const rest = documents.slice(0, -1)
      const [second] = rest
      if (!live || !second) throw new Error('no documents')
      const look = (page: Page, name: string) =>
        page.screenshot({ path: testInfo.outputPath(`${name}.png`) })

      // The same twenty articles in three folders. Each has handed in nineteen there, and annotates one now.
      await writeDocuments(app.project, documents)
      const beside = (name: string) => join(dirname(app.project), name)
      const [a, b] = [beside('نسخة أمل'), beside('نسخة باسم')]
      await carryAway(app.project, a)
      await carryAway(app.project, b)
      for (const [at, folder] of [app.project, a, b].entries())
        await writeSets(folder, rest, [people[at] as string])
      await app.restart()
      const { page } = app
      const annotate = async (...words: string[]) => {
        await openByRow(page, rowOf(page, live.title))
        for (const one of words) await tag(page, one, 'KeyA')
        await handIn(page)
        await expect(page.getByTestId('reader')).not.toHaveAttribute('data-shown', live.id)
      }
      await ready(page)
      await annotate('وفدًا فنيًا', 'ثلاثة مصادر')
      await openAs(page, a, 'أمل')
      await annotate('وفدًا فنيًا')
      await openAs(page, b, 'باسم')
      await annotate('ثلاثة مصادر')

      // Meanwhile a program that synchronises folders has left a second copy of what سامر did on another machine.
      const own = await setIn(app.project, 'سامر', second.id)
      const path = projectPaths(app.project).set('سامر', second.id)
      const spans = [spanOf(second.text, second.text.indexOf('وفدًا'), second.text.indexOf(' سيصل'))]
      const elsewhere = { id: 'elsewhere', label: 'actor', spans, attributes: {} }
      await writeFile(
        path.replace('.json', ' (نسخة متعارضة لدى سامر 2026-01-06).json'),
        storedSet.stringify({
          ...own,
          revision: 2,
          updated: '2026-01-06T08:00:00.000Z',
          annotations: [...own.annotations, elsewhere],
        }),
      )
      await openAs(page, app.project, 'سامر')
      await expect(page.getByTestId('copies')).toBeVisible()
      await look(page, 'copies')
      await page.getByTestId('resolve-copies').click()
      await expect(page.getByTestId('copies')).toBeHidden()
      expect((await setIn(app.project, 'سامر', second.id)).annotations).toHaveLength(
        own.annotations.length + 1,
      )

      // سامر merges the three, and opens what came of it in the review.
      await mergeWith(page, a, beside('مدموج 1'))
      const merged = beside('مدموج 2')
      await mergeWith(page, b, merged)
      await page.keyboard.press('F7')
      const text = page.getByTestId('review-text')
      await expect(text).toBeVisible()
      await expect(page.getByTestId('review-progress')).toHaveAttribute('data-counted', `${count}`)

      // Twenty documents, no mouse: readings taken, one of them with a reason; neither; the rest refused and finished.
      const ids: string[] = []
      for (let n = 0; n < count; n++) {
        const id = (await text.getAttribute('data-shown')) as string
        expect(ids).not.toContain(id)
        ids.push(id)
        const differences = await left(page).count()
        if (id !== live.id && id !== second.id) expect(differences).toBe(5)
        if (n === 3) await look(page, 'adjudicating')
        if (n % 4 === 3) {
          await page.keyboard.press('1')
          await expect(left(page)).toHaveCount(differences - 1)
          await page.keyboard.press('r')
        } else {
          if (n === 0) {
            await page.keyboard.press('s')
            await page.getByTestId('review-reason').pressSequentially('اللقب من الاسم')
            await page.keyboard.press('Enter')
          }
          for (let at = 0; at < differences; at++) {
            await page.keyboard.press(n % 4 === 2 && at === 1 ? '0' : n % 2 === 0 ? '1' : '2')
            await expect(left(page)).toHaveCount(differences - at - 1)
          }
          await page.keyboard.press('f')
        }
        if (n < count - 1) await expect(text).not.toHaveAttribute('data-shown', id)
      }
      await expect(page.getByTestId('review-save')).toHaveAttribute('data-state', 'saved')
      await expect(page.getByTestId('review-progress')).toHaveAttribute('data-done', `${count}`)
      await look(page, 'settled')

      await page.keyboard.press('Control+e')
      const out = beside('gold.jsonl')
      await page.getByTestId('dialog-export').getByTestId('path').fill(out)
      await page.getByTestId('submit').click()
      // While it is being written the dialog stays, and takes the keys that follow.
      await expect(page.getByTestId('export-report')).toBeVisible()
      const lines = (await readFile(out, 'utf8')).trim().split('\n')
      const records = lines.map(line => JSON.parse(line))
      const sets = records.map(({ set }) => set)
      expect(new Set(records.map(({ document }) => document.id))).toEqual(
        new Set(documents.map(({ id }) => id)),
      )
      expect(new Set(sets.map(({ annotator }) => annotator))).toEqual(new Set(['gold']))
      expect(new Set(sets.map(({ status }) => status))).toEqual(new Set(['approved']))

      // Who decided what, on whose word and why, stays in the gold set; the reason is in the guideline's example.
      const gold = await Promise.all(ids.map(id => setIn(merged, 'gold', id)))
      const decisions = gold.flatMap(({ decisions = [] }) => decisions)
      expect(new Set(decisions.filter(({ way }) => way === 'take').map(({ by }) => by))).toEqual(
        new Set(['سامر']),
      )
      expect(decisions.filter(({ reason }) => reason === 'اللقب من الاسم')).toHaveLength(1)
      const heard = gold[1]?.decisions?.find(({ way }) => way === 'take')?.from ?? []
      expect(heard.map(({ annotator }) => annotator).sort()).toEqual([...people].sort())
      expect(gold[3]?.decisions?.filter(({ way }) => way === 'neither').length).toBeGreaterThan(0)
      await page.keyboard.press('Escape')
      await page.keyboard.press('F7')
      await ready(page)
      await page.keyboard.press('Control+Alt+KeyG')
      await expect(
        page.getByTestId('gold-example').filter({ hasText: 'اللقب من الاسم' }),
      ).toHaveCount(1)
      await page
        .getByTestId('gold-example')
        .filter({ hasText: 'اللقب من الاسم' })
        .scrollIntoViewIfNeeded()
      await look(page, 'guideline')
    })
  })
