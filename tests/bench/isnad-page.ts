import type { Browser, Page } from '@playwright/test'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { type Samples, scroll, settle, withProbe, worked } from './browser.ts'
import type { Content } from './project.ts'
import { serveApp } from './served-app.ts'
import { wordNear } from './word-near.ts'

const adds = 3

/** What the app's page is asked while it is measured; runs in the page. */
type Reader = {
  /** Is this article shown, and does every paragraph in view that has annotations carry highlights? */
  drawn(): boolean
  /** Of a place in the text: where it is on the screen, if it is drawn. */
  pointAt(offset: number): { x: number; y: number } | undefined
  /** The first offset of the paragraph in the middle of the reader. */
  offsetInView(): number
  scroller(): Element
  /** Ranges painted for a label over exactly this stretch. */
  painted(label: string, start: number, end: number): number
}

declare global {
  interface Window {
    reader: Reader
  }
}

type Shown = { first: string; annotated: [start: number, end: number][] }

/** Runs in the page: it must stand alone, for it is sent there as text. */
function installReader({ first, annotated }: Shown): void {
  const root = () => document.querySelector('[data-testid="reader"]')
  const drawnParagraphs = () => [...(root()?.querySelectorAll<HTMLElement>('p[data-start]') ?? [])]
  const startOf = (paragraph: HTMLElement) => Number(paragraph.dataset.start)
  const lengthOf = (paragraph: HTMLElement) => paragraph.textContent?.length ?? 0
  const around = (offset: number) =>
    drawnParagraphs().find(p => startOf(p) <= offset && offset <= startOf(p) + lengthOf(p))

  function inView(paragraph: HTMLElement): boolean {
    const box = (root() as Element).getBoundingClientRect()
    const { top, bottom } = paragraph.getBoundingClientRect()
    return bottom > box.top && top < box.bottom
  }

  function highlighted(prefix: string): Set<Node | null> {
    const found = new Set<Node | null>()
    for (const [name, highlight] of CSS.highlights)
      if (name.startsWith(prefix))
        for (const range of highlight) found.add(range.startContainer.parentElement)
    return found
  }

  const has = (paragraph: HTMLElement) => {
    const start = startOf(paragraph)
    const end = start + lengthOf(paragraph)
    return annotated.some(([from, to]) => from < end && start < to)
  }

  window.reader = {
    drawn() {
      const all = drawnParagraphs()
      if (all[0]?.textContent !== first) return false
      const wanted = all.filter(paragraph => inView(paragraph) && has(paragraph))
      const painted = highlighted('label-')
      return wanted.length > 0 && wanted.every(paragraph => painted.has(paragraph))
    },
    pointAt(offset) {
      const paragraph = around(offset)
      if (!paragraph?.firstChild) return undefined
      const range = document.createRange()
      range.setStart(paragraph.firstChild, offset - startOf(paragraph))
      range.setEnd(paragraph.firstChild, offset - startOf(paragraph) + 1)
      const { left, width, top, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    },
    offsetInView() {
      const box = (root() as Element).getBoundingClientRect()
      const middle = (box.top + box.bottom) / 2
      const found = drawnParagraphs().find(p => p.getBoundingClientRect().top > middle)
      if (!found) throw new Error('no paragraph in the lower half of the reader')
      return startOf(found)
    },
    scroller() {
      for (let at = root(); at; at = at.parentElement)
        if (at.scrollHeight > at.clientHeight + 1 && getComputedStyle(at).overflowY !== 'visible')
          return at
      return document.scrollingElement as Element
    },
    painted(label, start, end) {
      let count = 0
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith(`label-${label}`)) continue
        for (const { startContainer, startOffset, endOffset } of highlight) {
          const from = startOf(startContainer.parentElement as HTMLElement)
          if (from + startOffset === start && from + endOffset === end) count++
        }
      }
      return count
    },
  }
}

const row = (id: string) => `[data-document="${id}"]`
const saved = '[data-testid="save-state"][data-state="saved"]'

/** Click a document in the corpus list and wait until it can be read. */
async function openByClick(page: Page, id: string): Promise<number> {
  const opened = page.evaluate(() => window.probe.openingOnClick(() => window.reader.drawn()))
  // Two frames, so that the page is listening before the click comes.
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.click(row(id))
  return opened
}

/** Mark a word in the middle of the article with the mouse, and press the key of a label. */
async function addOnce(page: Page, text: string, at: number, samples: Samples) {
  const offset = await page.evaluate(() => window.reader.offsetInView())
  const word = wordNear(text, offset, at)
  const from = await page.evaluate(at => window.reader.pointAt(at), word.start)
  const to = await page.evaluate(at => window.reader.pointAt(at), word.end - 1)
  if (!from || !to) throw new Error('the word to mark is not drawn')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
  await settle(page)
  const [added, work] = await worked(page, () =>
    page.evaluate(({ start, end }) => {
      const before = window.reader.painted('actor', start, end)
      return window.probe.adding(
        () => {
          const key = { code: 'KeyA', key: 'ش', bubbles: true, cancelable: true }
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
        },
        () => window.reader.painted('actor', start, end) > before,
      )
    }, word),
  )
  samples.added.push(added)
  samples.work.push(work)
  await page.waitForSelector(saved)
}

type Paths = { root: string; project: string; userData: string }

/** Do something in the app from a cold start, opened on its first article. */
async function inApp(
  browser: Browser,
  paths: Paths,
  { document: article, set }: Content,
  small: Content,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const server = await serveApp(paths.root, paths.project, paths.userData)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await withProbe(page)
    const paragraphs = paragraphsOf(article.text)
    const first = article.text.slice(0, paragraphs[0]?.end)
    const annotated = set.annotations.flatMap(({ spans }) =>
      spans.map(({ start, end }): [number, number] => [start, end]),
    )
    // An opened article stands at its top: what begins further down than any window reaches is not asked for.
    const atTop = annotated.filter(([start]) => start < 20_000)
    await page.addInitScript(installReader, { first, annotated: atTop })
    await page.goto(server.url)
    await page.waitForSelector(`${row(small.document.id)}[aria-selected="true"]`)
    await page.waitForSelector('[data-testid="reader"] p[data-start]')
    await settle(page)
    await work(page)
  } finally {
    await page.close()
    await server.close()
  }
}

/** Open the article by a click from the project's first; from the one before it in the list; add; scroll. */
export async function measureApp(
  browser: Browser,
  paths: Paths,
  content: Content,
  small: Content,
  before: Content,
  samples: Samples,
): Promise<void> {
  const { document: article } = content
  await inApp(browser, paths, content, small, async page => {
    samples.open.push(await openByClick(page, article.id))
  })
  await inApp(browser, paths, content, small, async page => {
    await page.click(row(before.document.id))
    await settle(page)
    samples.next.push(await openByClick(page, article.id))
    await settle(page)
    await page.evaluate(() => {
      const scroller = window.reader.scroller()
      scroller.scrollTop = scroller.scrollHeight / 2
    })
    for (let at = 0; at < adds; at++) {
      await settle(page)
      await addOnce(page, article.text, at, samples)
    }
    await page.evaluate(() => {
      window.reader.scroller().scrollTop = 0
    })
    await settle(page)
    const frames = await page.evaluate(
      ({ speed, seconds }) => window.probe.scrolling(window.reader.scroller(), speed, seconds),
      scroll,
    )
    samples.frames.push(...frames)
  })
}
