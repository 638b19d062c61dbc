import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { repository } from './repository.ts'
import { ready } from './text.ts'

const guide = join(repository, 'docs', 'guide')

/** `ISNAD_PICTURES=1` renews the guide’s pictures: they are of the app as it is. */
async function picture(page: Page, name: string, language: string) {
  if (!process.env.ISNAD_PICTURES) return
  const folder = join(guide, 'pictures')
  await mkdir(folder, { recursive: true })
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(folder, `${name}-${language}.png`) })
}

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({ settings: { language, theme: 'light' } })

    test('everything the guide shows is there to be seen', async ({ app }) => {
      const { page } = app
      if (!app.electron) await page.setViewportSize({ width: 1440, height: 900 })
      await ready(page)
      await page.locator('.note').first().click()
      await picture(page, 'desk', language)
      await page.keyboard.press('Control+KeyD')
      await expect(page.locator('.plot[data-drawn=true] svg')).toHaveCount(4)
      await picture(page, 'dashboard', language)
      await page.getByTestId('close').click()

      await page.keyboard.press('Control+KeyL')
      const scheme = page.getByTestId('dialog-scheme')
      await scheme.locator('.scheme-item[data-label=claim]').click()
      await picture(page, 'scheme', language)
      await scheme.locator('.scheme-item[data-label=cue]').click()
      await scheme.getByTestId('remove-label').click()
      await scheme.getByTestId('review-scheme').click()
      await expect(scheme.getByTestId('touches')).toBeVisible()
      await picture(page, 'scheme-review', language)
      await page.keyboard.press('Escape')
      await page.getByTestId('close-scheme').click()
      await page.getByTestId('close-scheme').click()
      await expect(scheme).toBeHidden()

      await page.keyboard.press('F4')
      await page.getByTestId('register-filter').fill('وزير')
      await page.keyboard.press('ArrowDown')
      await expect(page.getByTestId('mention-count')).toBeVisible()
      await picture(page, 'register', language)
      await page.keyboard.press('Escape')
      await expect(page.getByTestId('dialog-register')).toBeHidden()

      await page.keyboard.press('F6')
      for (const view of ['board', 'timeline', 'network', 'profile', 'statistics']) {
        await page.getByTestId(`tab-${view}`).click()
        await expect(page.locator('.across-shown[data-shown=true]')).toBeVisible({
          timeout: 20_000,
        })
        if (view !== 'board' && view !== 'statistics')
          await expect(page.locator('.marked-plot[data-drawn=true]')).toBeVisible()
        await picture(page, `across-${view}`, language)
      }
      await page.getByTestId('close').click()
      await expect(page.getByTestId('dialog-across')).toBeHidden()

      await page.getByTestId('open-import').click()
      await expect(page.getByTestId('watched')).toBeVisible()
      await picture(page, 'import', language)
      await page.keyboard.press('Escape')
      await page.getByTestId('open-export').click()
      await expect(page.getByTestId('dialog-export')).toBeVisible()
      await picture(page, 'export', language)
    })
  })

test('every link and picture of the guide leads somewhere, in both languages alike', () => {
  const pages = (language: string) => readdirSync(join(guide, language)).sort()
  expect(pages('ar')).toEqual(pages('en'))
  const files = ['README.md', ...['ar', 'en'].flatMap(l => pages(l).map(name => join(l, name)))]
  for (const file of files) {
    const text = readFileSync(join(guide, file), 'utf8')
    for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g))
      expect([file, target, existsSync(join(guide, dirname(file), String(target)))]).toEqual([
        file,
        target,
        true,
      ])
  }
})
