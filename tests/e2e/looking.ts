import AxeBuilder from '@axe-core/playwright'
import type { TestInfo } from '@playwright/test'
import type { App } from './app.ts'

/** Windows everything is looked at in. */
const sizes = [
  [1280, 800],
  [1024, 640],
] as const

/** The page at both sizes, kept for whoever looks; a window of its own keeps the size it has. */
export async function shots({ page, electron }: App, testInfo: TestInfo, name: string) {
  for (const [width, height] of sizes) {
    if (!electron) await page.setViewportSize({ width, height })
    await page.waitForTimeout(150)
    await page.screenshot({ path: testInfo.outputPath(`${name}-${width}.png`) })
  }
  if (!electron) await page.setViewportSize({ width: 1280, height: 800 })
}

/** What axe has against the page, or against a part of it: each rule with the elements that break it. */
export async function faultsOf({ page, electron }: App, within?: string) {
  // Axe opens a page of its own to put its script in; a window has no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(electron !== undefined)
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])
}
