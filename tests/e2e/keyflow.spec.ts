import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { pressesOf, wayTo } from './key-ways.ts'
import { repository } from './repository.ts'
import { setOf } from './sets.ts'
import { ready, saved } from './text.ts'

test.use({ startOn: 'empty' })

test.setTimeout(180_000)

const annotator = 'المُوسِّم الأول'
const sample = join(repository, 'samples', 'coalition-talks')
const articleId = '19a4d4b67db839c0'

const choiceKey = (label: string, attribute: string, value: unknown) => {
  const found = defaultScheme.labels
    .find(({ id }) => id === label)
    ?.attributes.find(({ id }) => id === attribute)
  const at = found?.type === 'choice' ? found.choices.findIndex(({ id }) => id === value) : -1
  return `Digit${at + 1}`
}

test('an article is annotated by keyboard alone: at most 10 presses a plain annotation, 20 a claim with its source and date', async ({
  app,
}) => {
  const shard = articleId.slice(0, 2)
  const text = await readFile(join(sample, 'documents', shard, `${articleId}.txt`), 'utf8')
  const gold: AnnotationSet = JSON.parse(
    await readFile(join(sample, 'annotations', 'ليلى', shard, `${articleId}.json`), 'utf8'),
  )
  const byId = new Map(gold.annotations.map(annotation => [annotation.id, annotation]))
  const linked = (claim: Annotation, type: string) =>
    gold.relations.filter(r => r.from === claim.id && r.type === type).map(r => byId.get(r.to))
  const whole = gold.annotations.filter(({ spans }) => spans.length === 1)
  const claims = whole
    .filter(
      a => a.label === 'claim' && linked(a, 'source').length > 0 && linked(a, 'about').length > 0,
    )
    .slice(0, 6)
  const needed = new Set(
    claims.flatMap(claim => [linked(claim, 'source')[0]?.id, linked(claim, 'about')[0]?.id]),
  )
  const take = (label: string, count: number) => {
    const of = whole.filter(a => a.label === label)
    const first = of.filter(({ id }) => needed.has(id))
    const rest = of.filter(({ id }) => !needed.has(id)).slice(0, count - first.length)
    return [...first, ...rest]
  }
  const plain = [...take('actor', 20), ...take('date', 8)].sort(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  )
  expect([plain.length, claims.length]).toEqual([28, 6])

  await importText(app.project, text)
  await app.restart()
  const { page } = app
  await ready(page)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByTestId('reader').focus()
  await page.keyboard.press('Control+Home')
  const folded = fold(text)
  let pressed = 0
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    pressed += pressesOf({ keys, typed: '' })
  }
  const caret = async () => Number(await page.locator('.place').getAttribute('data-offset'))
  const select = async (annotation: Annotation) => {
    const [span] = annotation.spans
    if (!span) throw new Error('no span')
    const way = wayTo(text, folded, await caret(), span)
    if (!way) throw new Error(`no way to ${span.quote}`)
    if (way.to.typed === '') await press(...way.to.keys)
    else {
      await press('Slash')
      await page.getByTestId('find').waitFor()
      await page.keyboard.type(way.to.typed)
      pressed += [...way.to.typed].length
      await press('Enter')
    }
    await press(...way.select)
  }
  const counts: { label: string; quote: string; presses: number }[] = []
  const counted = async (annotation: Annotation, work: () => Promise<void>) => {
    const before = pressed
    await work()
    const quote = annotation.spans[0]?.quote ?? ''
    counts.push({ label: annotation.label, quote, presses: pressed - before })
  }

  for (const annotation of plain)
    await counted(annotation, async () => {
      await select(annotation)
      if (annotation.label === 'date') return press('KeyS')
      await press('KeyA', 'Enter')
      await page.getByTestId('edit-here').waitFor()
      await press(choiceKey('actor', 'kind', annotation.attributes.kind))
    })
  await page.keyboard.press('Control+Home')
  for (const claim of claims)
    await counted(claim, async () => {
      await select(claim)
      await press('KeyD', 'Enter')
      await page.getByTestId('edit-here').waitFor()
      await press(choiceKey('claim', 'stance', claim.attributes.stance))
      for (const type of ['source', 'about'])
        await pick(page, press, linked(claim, type)[0]?.spans[0]?.start)
    })
  await saved(page)

  const made = await setOf(app.project, annotator, text.slice(0, 30))
  const essence = ({ label, spans }: Annotation) => `${label} ${spans[0]?.start} ${spans[0]?.quote}`
  expect(made.annotations.map(essence).sort()).toEqual([...plain, ...claims].map(essence).sort())
  expect(made.relations.map(({ type }) => type).sort()).toEqual([
    ...Array(6).fill('about'),
    ...Array(6).fill('source'),
  ])
  for (const { label, attributes } of made.annotations)
    expect(Object.keys(attributes)).toEqual(
      label === 'actor' ? ['kind'] : label === 'claim' ? ['stance'] : ['value'],
    )

  const report = reportOf(counts)
  process.stdout.write(`${report}\n`)
  if (process.env.ISNAD_PICTURES) await writeFile(join(repository, 'docs', 'keys.md'), report)
  expect(counts.filter(({ label, presses }) => presses > (label === 'claim' ? 20 : 10))).toEqual([])
})

/** Begin a link and press the number that stands at the words that begin at an offset. */
async function pick(page: Page, press: (...keys: string[]) => Promise<void>, start?: number) {
  await press('KeyR')
  await page.getByTestId('link-hints').waitFor({ state: 'attached' })
  const at = await page.evaluate(start => {
    const hints = [...document.querySelectorAll<HTMLElement>('[data-pick-start]')]
    return hints.findIndex(hint => Number(hint.dataset.pickStart) === start)
  }, start)
  expect(at).toBeGreaterThanOrEqual(0)
  await press(`Digit${at + 1}`)
  await page.getByTestId('link-hints').waitFor({ state: 'detached' })
}

function reportOf(counts: { label: string; quote: string; presses: number }[]): string {
  const names = {
    actor: 'actors, with their kind',
    date: 'dates',
    claim: 'claims, with stance, source and date',
  }
  const rows = (['actor', 'date', 'claim'] as const).map(label => {
    const of = counts.filter(count => count.label === label).map(({ presses }) => presses)
    const sorted = of.toSorted((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)]
    const mean = (of.reduce((a, b) => a + b, 0) / of.length).toFixed(1)
    return `| ${names[label]} | ${of.length} | ${mean} | ${median} | ${sorted.at(-1)} |`
  })
  const total = counts.reduce((sum, { presses }) => sum + presses, 0)
  return `# How many keys an article takes

An article of the sample annotated by keyboard alone, in the Arabic interface: words are chosen, labelled, given the
attributes their label requires (a date gets its value as it is tagged), and claims are joined to a source and a date. Every key is a
press: Shift, Ctrl and Alt too, and every letter typed after \`/\`. The way to the words is the shortest of those the
keys allow, as it is for a hand that knows them. Counted by \`tests/e2e/keyflow.spec.ts\`, which fails when one rises
above 10, or a claim above 20; renewed by \`ISNAD_PICTURES=1 npm test\`.

| | number | mean | median | most |
|---|---|---|---|---|
${rows.join('\n')}

${total} presses in all.
`
}
