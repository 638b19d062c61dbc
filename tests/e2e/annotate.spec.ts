import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { cli } from './import-text.ts'
import { setOf } from './sets.ts'
import { clickBefore, dragOver, drawnText, expectSameText, saved } from './text.ts'

const annotator = 'ليلى'
// Words of the sample's first article that nobody has tagged.
const words = 'يتصدّر جدول أعمالها'

test('a drag that cuts words takes them whole, a key tags them, and the file says so', async ({
  app,
}) => {
  const { page, project } = app
  await page.locator('p[data-start]').first().waitFor()
  const before = await drawnText(page)
  await dragOver(page, words, { from: 2, to: words.length - 3 })
  await page.keyboard.press('KeyD')
  await expect(page.getByTestId('editor')).toContainText(words)
  await saved(page)
  const set = await setOf(project, annotator, words)
  const made = set.annotations.find(({ spans }) => spans[0]?.quote === words)
  expect(made?.label).toBe('claim')
  await expectSameText(page, before)
})

test('Ctrl and a drag take letters exactly, inside a word', async ({ app }) => {
  const { page, project } = app
  await dragOver(page, 'والولايات المتحدة', { from: 1, to: 9, key: 'Control' })
  await page.keyboard.press('KeyA')
  await saved(page)
  const set = await setOf(project, annotator, 'والولايات المتحدة')
  expect(set.annotations.map(({ spans }) => spans[0]?.quote)).toContain('الولايات')
})

test('a claim gets a stance, a source and a date, shows them in the margin, and keeps them over a restart', async ({
  app,
}) => {
  await dragOver(app.page, words)
  await app.page.keyboard.press('Digit3')
  const { page } = app
  await page.locator('[data-choice="expects"]').click()
  for (const [relation, name] of [
    ['source', 'العراق'],
    ['about', 'صباح اليوم'],
  ]) {
    const section = page.locator(`[data-relation="${relation}"]`)
    await section.getByRole('combobox').fill(name as string)
    await page.getByRole('option').first().click()
    await expect(section.locator('.hop')).toHaveCount(1)
  }
  const note = page.locator('.note.current')
  await expect(note).toContainText('العراق')
  await expect(note).toContainText('يتوقّع')
  await saved(page)
  await app.restart()
  const again = app.page.locator('.note', { hasText: words })
  await again.click()
  await expect(app.page.locator('[data-relation="source"] .hop')).toContainText('العراق')
  await expect(app.page.locator('[data-choice="expects"]')).toHaveAttribute('data-selected', 'true')
})

test('R and a click link the claim at hand to the actor clicked', async ({ app }) => {
  const { page } = app
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  await page.keyboard.press('KeyR')
  await expect(page.getByTestId('linking')).toBeVisible()
  await clickBefore(page, 'مستشار رئيس الوزراء')
  await expect(page.getByTestId('linking')).toBeHidden()
  await expect(page.locator('[data-relation="source"] .hop')).toContainText('مستشار رئيس الوزراء')
})

test('a date’s value is checked before it is taken, and what was typed stays', async ({ app }) => {
  const { page, project } = app
  await dragOver(page, words)
  await page.keyboard.press('KeyS')
  await page.keyboard.press('Enter')
  const field = page.getByTestId('date-value')
  await expect(field).toBeFocused()
  await field.fill('أيلول')
  await field.press('Enter')
  await expect(page.locator('.field-error')).toBeVisible()
  await expect(field).toHaveValue('أيلول')
  await field.fill('2024-09')
  await field.press('Enter')
  await expect(page.locator('.field-error')).toBeHidden()
  await saved(page)
  const set = await setOf(project, annotator, words)
  const made = set.annotations.find(({ spans }) => spans[0]?.quote === words)
  expect(made?.attributes.value).toMatchObject({ type: 'DATE', value: '2024-09' })
})

test('undo takes everything back to the first byte, redo brings it again', async ({ app }) => {
  const { page, project } = app
  const pure = (set: Awaited<ReturnType<typeof setOf>>) => [set.annotations, set.relations]
  const before = pure(await setOf(project, annotator, words))
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  await page.keyboard.press('Enter')
  await page.locator('[data-choice="denies"]').click()
  await page.getByTestId('reader').focus()
  await saved(page)
  const after = pure(await setOf(project, annotator, words))
  expect(after).not.toEqual(before)
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.press('Control+KeyS')
  await saved(page)
  expect(pure(await setOf(project, annotator, words))).toEqual(before)
  await page.keyboard.press('Control+Shift+KeyZ')
  await page.keyboard.press('Control+Shift+KeyZ')
  await page.keyboard.press('Control+KeyS')
  await saved(page)
  expect(pure(await setOf(project, annotator, words))).toEqual(after)
})

test('clicking a stack of annotations goes through it, the shortest first', async ({ app }) => {
  const { page } = app
  await clickBefore(page, 'نهاية العام الجاري')
  await expect(page.getByTestId('editor')).toContainText('نهاية العام الجاري')
  const first = await page.getByTestId('editor').getAttribute('data-editing')
  await clickBefore(page, 'نهاية العام الجاري')
  await expect(page.getByTestId('editor')).not.toHaveAttribute('data-editing', first as string)
  await expect(page.locator('[data-attribute="stance"]')).toBeVisible()
})

test('lists of the inspector jump to the words', async ({ app }) => {
  const { page } = app
  await page.locator('[data-tab="date"]').click()
  await page.getByTestId('list-date').locator('[data-annotation]').last().click()
  const quote = await page
    .getByTestId('list-date')
    .locator('[aria-current="true"] .list-quote')
    .textContent()
  await expect(page.locator('p[data-start]', { hasText: quote as string }).first()).toBeInViewport()
})

test('work saved elsewhere meanwhile is neither overwritten nor overwrites', async ({ app }) => {
  const { page, project } = app
  await dragOver(page, words)
  await page.keyboard.press('KeyA')
  await saved(page)
  // Another program saves the same set.
  const { documentId, revision } = await setOf(project, annotator, words)
  const path = join(project, 'annotations', annotator, documentId.slice(0, 2), `${documentId}.json`)
  const other = JSON.parse(await readFile(path, 'utf8'))
  const [gone] = other.annotations.filter(
    (a: { id: string }) =>
      !other.relations.some((r: { from: string; to: string }) => [r.from, r.to].includes(a.id)),
  )
  other.annotations = other.annotations.filter((a: { id: string }) => a.id !== gone.id)
  await page.clock.install()
  await page.getByTestId('reader').focus()
  await dragOver(page, 'وما الصيغة')
  // The page's time stands still, so that the hand rests for as long as the other program takes to save.
  await page.clock.pauseAt(Date.now() + 2000)
  await page.keyboard.press('KeyD')
  await writeFile(path, JSON.stringify({ ...other, revision: revision + 5 }))
  await page.clock.resume()
  await expect(page.getByTestId('conflict')).toContainText('حُفظت')
  await page.getByTestId('conflict').getByRole('button').first().click()
  await saved(page)
  const set = await setOf(project, annotator, words)
  expect(set.revision).toBe(revision + 6)
  expect(set.annotations.some(({ spans }) => spans[0]?.quote === 'وما الصيغة')).toBe(true)
  expect(set.annotations.some(({ id }) => id === gone.id)).toBe(false)
})

test('what is tagged on the screen is what is exported', async ({ app }, testInfo) => {
  const { page, project } = app
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  await saved(page)
  const out = testInfo.outputPath('out.jsonl')
  await cli('export', project, '--format', 'isnad', '--out', out, '--annotators', annotator)
  const lines = (await readFile(out, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const quotes = lines.flatMap(line =>
    line.annotations.flatMap((a: { spans: { quote: string }[] }) => a.spans.map(s => s.quote)),
  )
  expect(quotes).toContain(words)
  const { stdout } = await cli('check', out, '--json')
  expect(JSON.parse(stdout).findings).toEqual([])
})

test('a save that fails is said with its file, loses nothing, and is done when the cause is gone', async ({
  app,
}) => {
  const { page, project } = app
  await page.locator('p[data-start]').first().waitFor()
  // The annotator’s folder is gone, and a file stands where it was: nothing can be written there.
  const folder = join(project, 'annotations', annotator)
  await rename(folder, `${folder}-away`)
  await writeFile(folder, '')
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  const notice = page.locator('.notice.bad')
  await expect(notice).toContainText(annotator)
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  await expect(page.getByTestId('editor')).toContainText(words)
  await rm(folder)
  await rename(`${folder}-away`, folder)
  // By its button; or by itself every five seconds, and then the button is gone.
  await notice
    .getByRole('button')
    .click({ timeout: 3000 })
    .catch(() => {})
  await saved(page)
  await expect(notice).toBeHidden()
  const set = await setOf(project, annotator, words)
  expect(set.annotations.some(({ spans }) => spans[0]?.quote === words)).toBe(true)
})

test('a set cut in half is named, left as it is, and the rest of the project opens', async ({
  app,
}) => {
  const { documentId } = await setOf(app.project, annotator, words)
  const path = join(
    app.project,
    'annotations',
    annotator,
    documentId.slice(0, 2),
    `${documentId}.json`,
  )
  const half = (await readFile(path, 'utf8')).slice(0, 2000)
  await writeFile(path, half)
  await app.restart()
  const { page } = app
  await expect(page.getByTestId('failure').first()).toContainText(`${documentId}.json`)
  await page.locator('[data-document]').nth(1).click()
  await expect(page.locator('.note').first()).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe(half)
})

test('a project of a newer Isnad is refused by name, and not touched', async ({ app }) => {
  const path = join(app.project, 'project.json')
  const newer = (await readFile(path, 'utf8')).replace('isnad-project/1', 'isnad-project/2')
  await writeFile(path, newer)
  await app.restart()
  await expect(app.page.getByTestId('failure').first()).toContainText('isnad-project/2')
  await expect(app.page.getByTestId('failure').first()).toContainText('project.json')
  expect(await readFile(path, 'utf8')).toBe(newer)
})
