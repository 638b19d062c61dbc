import type { CDPSession, Page } from '@playwright/test'
import { type Added, installProbe } from './in-page.ts'

/** Seconds a page has worked so far, by the browser's own count. */
async function workOf(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN
  return {
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    task: of('TaskDuration'),
  }
}

/** Milliseconds the main thread spent. */
export type Work = { script: number; layout: number; task: number }

/** What `act` made the page's main thread do, until two frames after it. */
export async function worked<T>(page: Page, act: () => Promise<T>): Promise<[T, Work]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const before = await workOf(session)
  const result = await act()
  const after = await workOf(session)
  await session.detach()
  const ms = (key: keyof Work) => (after[key] - before[key]) * 1000
  return [result, { script: ms('script'), layout: ms('layout'), task: ms('task') }]
}

/** Everything measured of one annotator; each list has a figure a sample. */
export type Samples = {
  open: number[]
  /** Opened again in the same window, everything read once already. */
  again: number[]
  added: Added[]
  work: Work[]
  /** Milliseconds between frames. */
  frames: number[]
}

export const noSamples = (): Samples => ({ open: [], again: [], added: [], work: [], frames: [] })

/** How fast (px/s) and how long (s) is scrolled. */
export const scroll = { speed: 6000, seconds: 5 }

export async function withProbe(page: Page): Promise<void> {
  page.on('pageerror', error => console.error(`in the page: ${error.message}`))
  await page.addInitScript(installProbe)
}

/** Let what the last step left behind be done, so that it does not count in the next. */
export const settle = (page: Page) => page.waitForTimeout(700)
