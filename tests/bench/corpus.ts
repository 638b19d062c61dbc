import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium as playwright } from '@playwright/test'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedDocument, storedProject } from '../../annotations/model/stored.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { median, most, p95 } from './measure.ts'
import { content } from './project.ts'
import type { Part } from './report.ts'
import { serveApp } from './served-app.ts'

const count = 20_000
const outlets = ['المرصد اليومي', 'صحيفة الضفتين', 'وكالة الرافدين', 'نبأ اليوم']

/** Twenty thousand short articles, written straight to the disk: what is measured is reading them. */
function writeCorpus(folder: string): void {
  const paths = projectPaths(folder)
  mkdirSync(folder, { recursive: true })
  const project = {
    id: 'p-bench',
    title: 'قياس',
    created: '2026-01-01T00:00:00.000Z',
    scheme: defaultScheme,
  }
  writeFileSync(paths.project, storedProject.stringify(project))
  for (let seed = 0; seed < count; seed++) {
    const day = String((seed % 28) + 1).padStart(2, '0')
    const month = String((seed % 12) + 1).padStart(2, '0')
    const { document } = content({ bytes: 300, annotations: 0 }, seed, `2024-${month}-${day}`)
    const { text, ...record } = document
    const title = `${text.slice(0, 60).trim()} ${seed}`
    const outlet = outlets[seed % outlets.length]
    const file = paths.documentRecord(record.id)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, storedDocument.stringify({ ...record, title, outlet }))
    writeFileSync(paths.documentText(record.id), text)
  }
}

/** The list of a corpus of twenty thousand: until its rows are there, a letter of the filter, and scrolling. */
export async function measureCorpus(
  root: string,
  folder: string,
  executablePath: string | undefined,
): Promise<Part> {
  const project = join(folder, 'corpus')
  writeCorpus(project)
  const app = await serveApp(root, project, join(folder, 'user'))
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await playwright.launch({ executablePath, args })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  // Seen by the page itself: the driver looks only now and then.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.corpus-row')) return
      observer.disconnect()
      requestAnimationFrame(() => performance.mark('rows'))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(app.url)
  const rows = page.locator('.corpus-row')
  await rows.first().waitFor({ timeout: 120_000 })

  const opened: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    // What the page before still asks for is no part of this opening.
    await page.waitForTimeout(1500)
    await page.reload({ waitUntil: 'commit' })
    await rows.first().waitFor()
    await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0)
    opened.push(await page.evaluate(() => performance.getEntriesByName('rows')[0]?.startTime ?? 0))
  }

  await page.waitForTimeout(3000)
  const typed = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('[data-testid="filter"]')
    if (!field) throw new Error('no filter')
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const times: number[] = []
    const words = ['الوزير', 'بغداد', 'نبا اليوم', '1999', 'المرصد']
    for (const word of words)
      for (let length = 1; length <= word.length; length++) {
        await new Promise(requestAnimationFrame)
        const begin = performance.now()
        write?.call(field, word.slice(0, length))
        field.dispatchEvent(new Event('input', { bubbles: true }))
        // React has drawn when this task ends; the frame after it is what is seen.
        await new Promise<void>(resolve => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve()
          requestAnimationFrame(() => channel.port2.postMessage(0))
        })
        times.push(performance.now() - begin)
      }
    write?.call(field, '')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return times
  })

  await page.waitForTimeout(500)
  const frames = await page.evaluate(async () => {
    const list = document.querySelector('[data-testid="corpus"]')
    if (!list) throw new Error('no list')
    const gaps: number[] = []
    const end = performance.now() + 4000
    let before = await new Promise<number>(requestAnimationFrame)
    while (performance.now() < end) {
      list.scrollTop += 100
      const now = await new Promise<number>(requestAnimationFrame)
      gaps.push(now - before)
      before = now
    }
    return gaps
  })
  await browser.close()
  await app.close()
  const slow = frames.filter(gap => gap > 25).length / frames.length

  return {
    id: 'corpus',
    title: 'The list of 20,000 documents',
    intro:
      'A project of 20,000 short articles, its index cached, in the browser. Opening is from the beginning of the page’s loading to the frame that shows its first rows; a letter is from the key to the frame that shows the list after it.',
    columns: ['', 'median', 'p95', 'most'],
    rows: [
      ['opening, ms', opened],
      ['a letter of the filter, ms', typed],
      ['a frame while scrolling 6,000 px/s, ms', frames],
    ].map(([name, values]) => [
      String(name),
      ...[median, p95, most].map(of => of(values as number[]).toFixed(1)),
    ]),
    ratios: [
      { name: 'opening', value: median(opened), target: 1000, better: 'lower', unit: ' ms' },
      { name: 'a letter, p95', value: p95(typed), target: 50, better: 'lower', unit: ' ms' },
      {
        name: 'slow frames (over 25 ms)',
        value: slow * 100,
        target: 1,
        better: 'lower',
        unit: ' %',
      },
    ],
  }
}
