import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { dragOver, ready, saved } from './text.ts'

async function openScheme(page: Page) {
  await ready(page)
  await page.keyboard.press('Control+KeyL')
  const dialog = page.getByTestId('dialog-scheme')
  await expect(dialog).toBeVisible()
  return dialog
}

async function chooseFile(page: Page, path: string) {
  // The window has dialogs of the system; a test answers for them there, and types the path here.
  await page.getByTestId('picker-path').fill(path)
  await page.getByTestId('picker-path').press('Enter')
}

test('a label is made, tags with its own key, shows its guideline, and can be taken back', async ({
  app,
}, testInfo) => {
  const { page } = app
  const dialog = await openScheme(page)
  await dialog.getByTestId('add-label').click()
  await dialog.getByTestId('label-name-ar').fill('مكان')
  await dialog.getByTestId('label-name-en').fill('Place')
  await expect(dialog.getByTestId('label-form')).toHaveAttribute('data-label', 'place')
  await dialog.locator('[data-colour=green]').click()
  // A key that another label has is refused by name; a free one is taken.
  await dialog.getByTestId('press-key').click()
  await page.keyboard.press('KeyA')
  await expect(dialog.getByRole('alert')).toContainText('KeyA')
  await dialog.getByTestId('press-key').click()
  await page.keyboard.press('KeyT')
  await dialog.getByTestId('add-attribute').click()
  await dialog
    .getByTestId('guideline')
    .fill(
      'كل **موضع** على الأرض.\n\n<script>window.bad = 1</script><img src=x onerror="window.bad = 1">',
    )
  await expect(dialog.getByTestId('guideline-preview').locator('strong')).toHaveText('موضع')
  await expect(dialog.locator('script, img')).toHaveCount(0)
  await page.screenshot({ path: testInfo.outputPath('scheme-edit.png') })
  await dialog.getByTestId('review-scheme').click()
  await expect(dialog.getByTestId('scheme-review')).toContainText('لا يمسّ هذا التغيير')
  await dialog.getByTestId('save-scheme').click()
  await expect(dialog).toBeHidden()
  expect(await page.evaluate(() => 'bad' in window)).toBe(false)

  await expect(page.locator('[data-label=place]')).toBeVisible()
  await dragOver(page, 'بغداد')
  await page.keyboard.press('KeyT')
  await expect(page.getByTestId('editor')).toContainText('مكان')
  await saved(page)
  await page.getByTestId('label-guide').getByRole('button').click()
  await expect(page.getByTestId('label-guide').locator('strong')).toHaveText('موضع')
  await page.screenshot({ path: testInfo.outputPath('guideline.png') })
})

test('a label deleted while it is used says what it touches, gives its annotations away, and comes back', async ({
  app,
}, testInfo) => {
  const { page } = app
  await ready(page)
  const cues = page.locator('[data-tab=cue] .number')
  const before = await cues.textContent()
  const dialog = await openScheme(page)
  await dialog.locator('.scheme-item[data-label=cue]').click()
  await dialog.getByTestId('remove-label').click()
  await dialog.getByTestId('review-scheme').click()
  const touches = dialog.getByTestId('touches')
  await expect(touches.locator('[data-kind=annotation-removed]')).toContainText('لفظ إسناد')
  await page.screenshot({ path: testInfo.outputPath('scheme-review.png') })
  await dialog.getByTestId('heir-label-cue').click()
  await page.getByRole('option', { name: 'فاعل' }).click()
  await expect(touches.locator('[data-kind=relabelled]')).toContainText('لفظ إسناد')
  await expect(touches.locator('[data-kind=annotation-removed]')).toHaveCount(0)
  await dialog.getByTestId('save-scheme').click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('[data-tab=cue]')).toHaveCount(0)
  await saved(page)

  await openScheme(page)
  await page.getByTestId('undo-scheme').click()
  await expect(dialog).toBeHidden()
  await expect(cues).toHaveText(String(before))
})

test('faults are named where they are, and nothing is saved while there are any', async ({
  app,
}) => {
  const { page } = app
  const dialog = await openScheme(page)
  await dialog.getByTestId('label-name-en').fill('')
  await expect(dialog.getByTestId('scheme-problems')).toContainText('ينقص الاسم')
  await expect(dialog.getByTestId('review-scheme')).toBeDisabled()
  // Leaving with something unsaved is asked about once.
  await dialog.getByTestId('close-scheme').click()
  await expect(dialog).toContainText('لم تُحفظ تغييراتك')
  await dialog.getByTestId('close-scheme').click()
  await expect(dialog).toBeHidden()
})

test('a scheme goes to a file and comes from one; a bad file is refused with all that is wrong in it', async ({
  app,
}) => {
  test.skip(app.electron !== undefined, 'the window has the dialogs of the system')
  const { page } = app
  const bad = join(dirname(app.project), 'رديئة.json')
  const stored = JSON.parse(await readFile(join(app.project, 'project.json'), 'utf8'))
  const [actor, date, ...rest] = stored.scheme.labels
  const labels = [
    { ...actor, parent: 'date' },
    { ...date, parent: 'actor', keys: ['KeyA'] },
    ...rest,
    rest[0],
  ]
  await writeFile(bad, JSON.stringify({ ...stored.scheme, format: 'isnad-scheme/1', labels }))
  const dialog = await openScheme(page)
  await dialog.getByTestId('browse-files').click()
  await chooseFile(page, dirname(bad))
  await page.getByText('رديئة.json').click()
  await page.getByTestId('choose').click()
  await expect(dialog.getByTestId('failure')).toContainText('رديئة.json')
  const problems = dialog.getByTestId('scheme-problems')
  await expect(problems).toContainText('حلقة')
  await expect(problems).toContainText('مكرّر')
  await expect(problems).toContainText('KeyA')

  await dialog.getByTestId('ready-schemes').click()
  await page.getByRole('menuitem', { name: 'أسماء الأعلام' }).click()
  await expect(dialog.locator('.scheme-item[data-label=person]')).toBeVisible()
  await dialog.getByTestId('browse-save').click()
  await page.getByTestId('picker-name').fill('أعلام.json')
  await page.getByTestId('choose').click()
  await expect(page.getByTestId('dialog-folder-picker')).toBeHidden()
  const out = join(dirname(app.project), 'أعلام.json')
  await expect(async () => {
    expect(JSON.parse(await readFile(out, 'utf8')).format).toBe('isnad-scheme/1')
  }).toPass()
})

for (const [language, theme] of [
  ['ar', 'light'],
  ['en', 'dark'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })

    test('the scheme’s editor is whole at both sizes, and axe finds nothing', async ({
      app,
    }, testInfo) => {
      const { page } = app
      const dialog = await openScheme(page)
      for (const [width, height] of [
        [1280, 800],
        [1024, 640],
      ] as const) {
        if (!app.electron) await page.setViewportSize({ width, height })
        for (const part of ['[data-label=claim]', '[data-testid=scheme-general]']) {
          await dialog.locator(`.scheme-item${part}`).click()
          expect(
            await dialog
              .locator('.dialog-body')
              .evaluate(body => body.scrollWidth - body.clientWidth),
          ).toBeLessThanOrEqual(0)
          await page.screenshot({
            path: testInfo.outputPath(`scheme-${width}-${part.length}.png`),
          })
        }
      }
      await dialog.locator('.scheme-item[data-label=claim]').click()
      for (const head of await dialog.locator('.attribute-head .disclosure').all())
        await head.click()
      await page.screenshot({ path: testInfo.outputPath('scheme-open.png') })
      expect(await faultsOf(app)).toEqual([])
    })
  })
