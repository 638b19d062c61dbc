import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { compareSets } from '../../annotations/review/compare-sets.ts'
import { judge } from '../../annotations/review/judge.ts'
import { chance } from './article.ts'
import { withProbe } from './browser.ts'
import { figure, median, most, p95, timed } from './measure.ts'
import { type Content, content, writeProject, writeSet } from './project.ts'
import type { Part } from './report.ts'
import { serveApp } from './served-app.ts'

const documents = 200
const names = ['أمل', 'باسم', 'جنى', 'داليا']
const annotations = 100
const rounds = 5
const steps = 40

/** What another made of the same article: a tenth left out, a tenth with another end, a tenth said otherwise. */
function variant({ document, set }: Content, annotator: string, seed: number): AnnotationSet {
  const next = chance(seed)
  const own = set.annotations.flatMap((annotation): Annotation[] => {
    const luck = next()
    const [span] = annotation.spans
    if (luck < 0.1) return []
    if (luck < 0.2 && span) {
      const end = Math.min(document.text.length, span.end + 1)
      return [{ ...annotation, spans: [spanOf(document.text, span.start, end)] }]
    }
    if (luck < 0.3 && annotation.label === 'claim')
      return [{ ...annotation, attributes: { ...annotation.attributes, stance: 'doubts' } }]
    return [annotation]
  })
  const ids = new Set(own.map(({ id }) => id))
  const relations = set.relations.filter(({ from, to }) => ids.has(from) && ids.has(to))
  return { ...set, annotator, status: 'submitted', annotations: own, relations }
}

/** The comparison is on the screen: the first difference at hand, and painted in the text. */
const drawn = () =>
  document.querySelector('[data-testid=difference][data-current=true]') !== null &&
  (CSS.highlights.get('review-here')?.size ?? 0) > 0

async function openByClick(page: Page): Promise<number> {
  const opened = page.evaluate(`window.probe.openingOnClick(${drawn})`) as Promise<number>
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.click('[data-testid=place-review]')
  return opened
}

/** One key, until what it did is painted. */
const pressed = (page: Page, code: string) =>
  page.evaluate(async code => {
    const at = () =>
      document
        .querySelector('[data-testid=difference][data-current=true]')
        ?.getAttribute('aria-label')
    const before = at()
    const { painted } = await window.probe.adding(
      () => {
        const key = { code, key: code, bubbles: true, cancelable: true }
        document.body.dispatchEvent(new KeyboardEvent('keydown', key))
      },
      () => at() !== before,
    )
    return painted
  }, code)

/** R: comparing four annotators, opening what differs, going on to the next. */
export async function measureReview(
  root: string,
  folder: string,
  executablePath: string | undefined,
): Promise<Part> {
  const project = join(folder, 'review')
  const contents = Array.from({ length: documents }, (_, at) =>
    content({ bytes: 5_000, annotations }, 400 + at, '2024-09-30'),
  )
  const sides = contents.map(one => names.map((name, at) => variant(one, name, 900 + at)))
  await writeProject(
    project,
    contents.map((one, at) => ({ ...one, set: sides[at]?.[0] as AnnotationSet })),
  )
  for (const [at, one] of contents.entries())
    for (const set of sides[at]?.slice(1) ?? []) await writeSet(project, { ...one, set })

  const compared: number[] = []
  let differences = 0
  for (const [at, { document }] of contents.entries()) {
    let found: ReturnType<typeof judge> = []
    compared.push(
      await timed(() => {
        found = judge(compareSets(document.text, sides[at] ?? [], defaultScheme), undefined)
      }),
    )
    differences += found.filter(({ item }) => item.kinds.length > 0).length
  }

  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const [opening, again, going, deciding]: number[][] = [[], [], [], []]
  for (let at = 1; at <= rounds; at++) {
    console.log(`  round ${at} of ${rounds}`)
    const app = await serveApp(root, project, join(folder, 'user'))
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await withProbe(page)
    await page.goto(app.url)
    await page.waitForSelector('[data-testid=save-state][data-state=saved]')
    opening?.push(await openByClick(page))
    await page.waitForSelector(`[data-testid=review-progress][data-counted="${documents}"]`, {
      timeout: 120_000,
    })
    for (let step = 0; step < steps; step++) going?.push(await pressed(page, 'KeyN'))
    if (at === rounds)
      for (let step = 0; step < 20; step++) deciding?.push(await pressed(page, 'Digit1'))
    await page.click('[data-testid=place-desk]')
    await page.waitForSelector('[data-testid=reader]')
    again?.push(await openByClick(page))
    await page.close()
    await app.close()
  }
  const version = browser.version()
  await browser.close()

  const row = (name: string, values: readonly number[] | undefined) => [
    name,
    figure(median(values ?? [])),
    figure(p95(values ?? [])),
    figure(most(values ?? [])),
  ]
  return {
    id: 'review',
    title: 'Review: 200 documents × 4 annotators × 100 annotations',
    intro: `Each document 5 KB; of the same hundred annotations every annotator left a tenth out, ended a tenth elsewhere and said other things of claims: ${differences.toLocaleString('en')} differences. The app served by a process of its own, in Chromium ${version} (1280 × 800, headless); ${rounds} loads. Opening is from the click on “Review” on the desk to the frame after the one in which the first difference is at hand and painted, reading and comparing included; a key is from its event to the frame in which the next difference is painted. Documents are counted for the list meanwhile; nothing waits for that.`,
    columns: ['ms', 'median', 'p95', 'worst'],
    rows: [
      row('Opening the comparison', opening),
      row('The same, once more in the same window', again),
      row('Next difference', going),
      row('Deciding one, to the next painted', deciding),
      row('Comparing four sets of a document, in Node', compared),
    ],
    ratios: [
      {
        name: 'Opening the comparison, median',
        value: median(opening ?? []),
        target: 300,
        better: 'lower',
        unit: ' ms',
      },
      {
        name: 'Next difference, median',
        value: median(going ?? []),
        target: 50,
        better: 'lower',
        unit: ' ms',
      },
    ],
    notes: [
      'The physical limit is two frames: 33 ms at 60 Hz from the key to the picture, which no program is faster than here.',
    ],
  }
}
