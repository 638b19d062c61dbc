import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { withProbe } from './browser.ts'
import { figure, median, most, p95 } from './measure.ts'
import { type NewsSize, writeNews } from './news.ts'
import type { Part } from './report.ts'
import { serveApp } from './served-app.ts'

const small: NewsSize = { documents: 300, claims: 5_000, actors: 300, propositions: 80 }
const large: NewsSize = { documents: 3_000, claims: 50_000, actors: 1_500, propositions: 300 }

const views = ['board', 'timeline', 'network', 'profile', 'statistics'] as const
type View = (typeof views)[number]
const rounds = { small: 3, large: 2 }
/** A frame that came later than this was missed (ms, at 60 Hz). */
const missed = 50

/** What a page did while something was waited for (ms). */
type Seen = { took: number; longest: number; gap: number; missed: number }

declare global {
  interface Window {
    /** From the next press of the mouse or a key until the view is whole: answered, drawn, and a frame with it painted. */
    acrossWatch(): Promise<Seen>
  }
}

/** Runs in the page: it must stand alone, for it is sent there as text. */
function installWatch(slow: number): void {
  const whole = () => {
    const dialog = document.querySelector('[data-testid=dialog-across]')
    const view = dialog?.querySelector('.across-view[aria-busy=false]')
    if (!view || !dialog?.querySelector('[data-shown=true]')) return false
    const plot = view.querySelector('.marked-plot')
    return plot === null || plot.getAttribute('data-drawn') === 'true'
  }
  const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
  const nextPress = () =>
    new Promise<number>(resolve => {
      const heard = ({ timeStamp }: Event) => resolve(timeStamp)
      for (const kind of ['pointerdown', 'keydown'])
        addEventListener(kind, heard, { capture: true, once: true })
    })
  window.acrossWatch = async () => {
    let longest = 0
    const tasks = new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    })
    const since = await nextPress()
    tasks.observe({ type: 'longtask' })
    // What was on the screen before was whole, too: what comes counts once it has been anything else.
    let changed = !whole()
    new MutationObserver((_, own) => {
      if (whole()) return
      changed = true
      own.disconnect()
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
    let [last, gap, late] = [since, 0, 0]
    do {
      const now = await nextFrame()
      gap = Math.max(gap, now - last)
      if (now - last > slow) late++
      last = now
      if (now - since > 120_000) throw new Error('no view in two minutes')
    } while (!changed || !whole())
    await nextFrame()
    const took = performance.now() - since
    await new Promise(resolve => setTimeout(resolve, 60))
    tasks.disconnect()
    return { took, longest, gap, missed: late }
  }
}

async function watched(page: Page, press: () => Promise<unknown>): Promise<Seen> {
  const seen = page.evaluate(() => window.acrossWatch())
  // Two frames, so that the page is listening before the press comes.
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await press()
  return seen
}

/** An outlet chosen in the list of the filter, then all again. */
async function filtered(page: Page): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const nth of [1, 0]) {
    await page.click('[data-testid=across-outlet]')
    const option = page.locator('.options [role=option]').nth(nth)
    await option.waitFor()
    // The list comes in with a movement; what is measured begins when it stands.
    await page.waitForTimeout(300)
    seen.push(await watched(page, () => option.click()))
    await page.waitForTimeout(200)
  }
  return seen
}

type Found = { first: Seen[]; views: Record<View, Seen[]>; filters: Record<View, Seen[]> }

async function measure(
  browser: Browser,
  paths: { root: string; project: string; userData: string },
  times: number,
): Promise<Found> {
  const none = () => ({ board: [], timeline: [], network: [], profile: [], statistics: [] })
  const found: Found = { first: [], views: none(), filters: none() }
  for (let at = 1; at <= times; at++) {
    console.log(`  round ${at} of ${times}`)
    const app = await serveApp(paths.root, paths.project, paths.userData)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await withProbe(page)
    await page.addInitScript(installWatch, missed)
    await page.goto(app.url)
    await page.waitForSelector('[data-testid=save-state][data-state=saved]', { timeout: 120_000 })
    await page.waitForTimeout(1500)
    found.first.push(await watched(page, () => page.keyboard.press('F6')))
    await page.waitForTimeout(700)
    // The board is there already: it is come back to from another.
    for (const view of ['timeline', 'board', 'network', 'profile', 'statistics'] as const) {
      found.views[view].push(await watched(page, () => page.getByTestId(`tab-${view}`).click()))
      await page.waitForTimeout(400)
      found.filters[view].push(...(await filtered(page)))
    }
    await page.close()
    await app.close()
  }
  return found
}

const of = (seen: readonly Seen[], field: keyof Seen) => seen.map(one => one[field])

function rowsOf(size: string, { first, views: shown, filters }: Found): string[][] {
  const row = (name: string, seen: readonly Seen[]) => [
    `${name}, ${size}`,
    figure(median(of(seen, 'took'))),
    figure(most(of(seen, 'took'))),
    figure(most(of(seen, 'longest'))),
    figure(most(of(seen, 'gap'))),
    figure(of(seen, 'missed').reduce((sum, n) => sum + n, 0) / seen.length),
  ]
  return [
    row('first opening, everything read', first),
    ...views.map(view => row(view, shown[view])),
    ...views.map(view => row(`a filter on the ${view}`, filters[view])),
  ]
}

/** R: every view of a corpus read across, and a filter on it, until it is painted. */
export async function measureAcross(
  root: string,
  folder: string,
  executablePath: string | undefined,
): Promise<Part> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const userData = join(folder, 'user')
  const found: Found[] = []
  for (const [size, times] of [
    [small, rounds.small],
    [large, rounds.large],
  ] as const) {
    const project = join(folder, `news-${size.claims}`)
    await writeNews(project, size)
    found.push(await measure(browser, { root, project, userData }, times))
  }
  const version = browser.version()
  await browser.close()
  const [few, many] = found as [Found, Found]
  const all = ({ first, views: shown, filters }: Found) => [
    ...first,
    ...Object.values(shown).flat(),
    ...Object.values(filters).flat(),
  ]
  const slowest = (shown: Record<View, Seen[]>) =>
    Math.max(...Object.values(shown).map(seen => median(of(seen, 'took'))))
  const ms = { better: 'lower', unit: ' ms' } as const
  return {
    id: 'across',
    title: 'Reading across: 5,000 and 50,000 claims',
    intro: `${small.documents} articles with ${small.claims.toLocaleString('en')} claims, ${small.actors} actors and ${small.propositions} propositions; ${large.documents.toLocaleString('en')} with ${large.claims.toLocaleString('en')}, ${large.actors.toLocaleString('en')} and ${large.propositions}. Every claim has a source and a cue, three of five point to a proposition, half speak of a date. The app served by a process of its own, in Chromium ${version} (1280 × 800, headless); ${rounds.small} and ${rounds.large} loads. A view is from the press of its tab to the frame after the one in which it is whole, its drawing included; a filter is from the choice of an outlet, or of all again. The longest task is of the page’s main thread; a frame is missed when it came more than ${missed} ms after the one before.`,
    columns: ['ms', 'median', 'slowest', 'longest task', 'longest between frames', 'frames missed'],
    rows: [...rowsOf('5,000', few), ...rowsOf('50,000', many)],
    ratios: [
      { name: 'first opening, 5,000', value: median(of(few.first, 'took')), target: 1000, ...ms },
      { name: 'slowest view, 5,000, median', value: slowest(few.views), target: 1000, ...ms },
      { name: 'slowest filter, 5,000, median', value: slowest(few.filters), target: 200, ...ms },
      { name: 'first opening, 50,000', value: median(of(many.first, 'took')), target: 5000, ...ms },
      { name: 'slowest view, 50,000, median', value: slowest(many.views), target: 5000, ...ms },
      {
        name: 'longest task of the window, 95 of 100',
        value: p95(of([...all(few), ...all(many)], 'longest')),
        target: 200,
        ...ms,
      },
    ],
  }
}
