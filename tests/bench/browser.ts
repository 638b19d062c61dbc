import type { Page } from '@playwright/test'
import { type Added, installProbe } from './in-page.ts'

/** Milliseconds the page's main thread spent, as the browser's own trace tells it. */
export type Work = { script: number; layout: number }

type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
}

const script = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
  'v8.compile',
])
const layout = new Set(['Layout', 'UpdateLayoutTree'])

/** What lies between two marks of the page: each moment belongs to the innermost event that is script or layout. */
function workBetween(events: readonly TraceEvent[], from: string, to: string): Work {
  const begin = events.find(({ name }) => name === from)
  const end = events.find(({ name }) => name === to)
  if (!begin || !end) throw new Error(`the trace has no ${from} or no ${to}`)
  const inside = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === begin.pid && tid === begin.tid)
    .filter(({ name }) => script.has(name) || layout.has(name))
    .map(({ name, ts, dur = 0 }) => ({
      kind: script.has(name) ? ('script' as const) : ('layout' as const),
      start: Math.max(ts, begin.ts),
      end: Math.min(ts + dur, end.ts),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const work = { script: 0, layout: 0 }
  const open: typeof inside = []
  for (const event of inside) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= event.start) open.pop()
    const ms = (event.end - event.start) / 1000
    work[event.kind] += ms
    const around = open.at(-1)
    if (around) work[around.kind] -= ms
    open.push(event)
  }
  return work
}

/** What `act`, which marks its begin and end on the page, made the main thread do. */
export async function worked(page: Page, act: () => Promise<Added>): Promise<[Added, Work]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('a page without a browser')
  const categories = ['devtools.timeline', 'blink.user_timing']
  await browser.startTracing(page, { categories })
  const added = await act()
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8'))
  return [added, workBetween(trace.traceEvents, 'add-begins', 'add-ends')]
}

/** Everything measured of one annotator; each list has a figure a sample. */
export type Samples = {
  open: number[]
  /** Opened when it is the one after the article on the screen. */
  next: number[]
  added: Added[]
  work: Work[]
  /** Milliseconds between frames. */
  frames: number[]
}

export const noSamples = (): Samples => ({ open: [], next: [], added: [], work: [], frames: [] })

/** How fast (px/s) and how long (s) is scrolled. */
export const scroll = { speed: 6000, seconds: 5 }

export async function withProbe(page: Page): Promise<void> {
  page.on('pageerror', error => console.error(`in the page: ${error.message}`))
  await page.addInitScript(installProbe)
}

/** Let what the last step left behind be done, so that it does not count in the next. */
export const settle = (page: Page) => page.waitForTimeout(700)
