import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Actor } from '../../annotations/model/actor.ts'
import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { faultsOf, shots } from './looking.ts'
import { setOf } from './sets.ts'
import { dragOver, ready } from './text.ts'

const annotator = 'ليلى'
const words = 'يتصدّر جدول أعمالها'

const actorsOf = async (project: string): Promise<Actor[]> =>
  Promise.all(
    (await readdir(join(project, 'actors')))
      .filter(name => name.endsWith('.json'))
      .map(async name => JSON.parse(await readFile(join(project, 'actors', name), 'utf8'))),
  )
const named = async (project: string, ar: string) =>
  (await actorsOf(project)).find(({ name }) => name.ar === ar)

const tagActor = async (page: Page, quote: string) => {
  await dragOver(page, quote)
  await page.keyboard.press('KeyA')
}

test('mentions are linked by one key or by typing, somebody new is made, and the register learns', async ({
  app,
}, testInfo) => {
  const { page, project } = app
  await ready(page)
  await page.getByTestId('reader').focus()
  // Nobody of that name: one key makes an entry of the mention.
  await tagActor(page, 'إيلين هارغروف')
  await page.keyboard.press('KeyL')
  await expect.poll(async () => (await named(project, 'إيلين هارغروف'))?.kind).toBe('person')
  const made = (await named(project, 'إيلين هارغروف')) as Actor
  const linkOf = async (quote: string) =>
    (await setOf(project, annotator, words)).annotations
      .filter(({ label, spans }) => label === 'actor' && spans[0]?.quote === quote)
      .map(({ attributes }) => attributes.actor)
  await expect.poll(() => linkOf('إيلين هارغروف')).toContain(made.id)

  // By typing another spelling and another order; ↓ and Enter take the first, and its words are learned.
  await tagActor(page, 'مساعدة وزير الدفاع')
  await page.keyboard.press('Shift+KeyL')
  const field = page.locator('[data-attribute="actor"] input')
  await expect(field).toBeFocused()
  await field.pressSequentially('هارغروف ايلين')
  await expect(page.getByRole('option').first()).toContainText('إيلين هارغروف')
  await page.screenshot({ path: testInfo.outputPath('typing.png') })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => linkOf('مساعدة وزير الدفاع')).toContain(made.id)
  await expect
    .poll(async () => (await named(project, 'إيلين هارغروف'))?.titles)
    .toEqual(['مساعدة وزير الدفاع'])
  await page.keyboard.press('Escape')

  // By the likeliest candidate, which says why it is offered; the mention takes its kind.
  const before = await linkOf('واشنطن')
  await tagActor(page, 'واشنطن')
  await page.keyboard.press('KeyL')
  await expect.poll(() => linkOf('واشنطن')).toEqual([...before, 'united-states'])
})

test('the register is searched in any spelling, edited, merged, split and taken back by keyboard; mentions are gone to', async ({
  app,
}) => {
  const { page, project } = app
  await ready(page)
  await page.getByTestId('reader').focus()
  await page.keyboard.press('F4')
  const filter = page.getByTestId('register-filter')
  await expect(filter).toBeFocused()
  await expect(page.getByTestId('register-count')).not.toHaveText('')

  await filter.fill('كرمياني')
  const list = page.getByTestId('actor-list')
  await expect(list.getByRole('option').first()).toContainText('هيوا')
  await filter.fill('الصفار لوءي')
  await expect(list.getByRole('option').first()).toHaveAttribute('data-actor', 'luay-al-saffar')

  // Down into the list, Enter into the form, a name more, saved by Enter.
  await page.keyboard.press('ArrowDown')
  await expect(list).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('actor-name-ar')).toBeFocused()
  await page.getByTestId('actor-aliases-input').fill('أبو صفاء')
  await page.keyboard.press('Enter')
  await page.getByTestId('actor-save').press('Enter')
  await expect.poll(async () => (await named(project, 'لؤي الصفّار'))?.aliases).toContain('أبو صفاء')
  await expect(page.getByTestId('mention-count')).not.toHaveAttribute('data-total', '0')

  // Two are merged: Space chooses one, the other is gone to; undone, they are two again.
  await filter.fill('وزير الدفاع')
  await page.keyboard.press('ArrowDown')
  await list.press('Space')
  await list.press('ArrowDown')
  await page.getByTestId('register-merge').press('Enter')
  await expect
    .poll(async () => (await actorsOf(project)).filter(actor => actor.mergedInto).length)
    .toBe(1)
  await expect(page.getByTestId('register-merge')).toBeHidden()
  await page.getByTestId('register-undo').press('Enter')
  await expect
    .poll(async () => (await actorsOf(project)).filter(actor => actor.mergedInto).length)
    .toBe(0)

  // One is split: a name goes and takes the mentions that say it along.
  await filter.fill('سرايا النهر')
  await page.keyboard.press('ArrowDown')
  await expect(list.locator('.current')).toHaveAttribute('data-actor', 'river-brigades')
  await expect(page.getByTestId('mention-count')).toBeVisible()
  await page.getByTestId('split-open').press('Enter')
  await page.getByRole('checkbox', { name: 'الفصيل', exact: true }).press('Space')
  await expect(page.getByTestId('split-name')).toHaveValue('الفصيل')
  await page.getByTestId('split-name').fill('فصيل آخر')
  await page.getByTestId('split-go').press('Enter')
  await expect.poll(async () => (await named(project, 'فصيل آخر'))?.aliases).toEqual(['الفصيل'])
  await page.getByTestId('register-undo').press('Enter')
  await expect.poll(() => named(project, 'فصيل آخر')).toBeUndefined()

  // A mention is gone to.
  await filter.fill('سرايا النهر')
  await page.keyboard.press('ArrowDown')
  await page.locator('.mention-line').first().press('Enter')
  await expect(page.getByTestId('dialog-register')).toBeHidden()
  await expect(page.getByTestId('reader')).toBeFocused()
})

for (const [language, theme] of [
  ['ar', 'light'],
  ['en', 'dark'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })
    test('the register and the codebook: axe finds nothing', async ({ app }, testInfo) => {
      const { page } = app
      await ready(page)
      await page.getByTestId('reader').focus()
      await page.keyboard.press('F4')
      await page.getByTestId('register-filter').fill('وزير')
      await page.keyboard.press('ArrowDown')
      await expect(page.getByTestId('mention-count')).toBeVisible()
      await shots(app, testInfo, 'register')
      expect(await faultsOf(app)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByTestId('dialog-register')).toBeHidden()
      await page.keyboard.press('F9')
      const listed = page.getByTestId('codebook-list').getByRole('option')
      await expect(listed.first()).toBeVisible()
      const before = await listed.count()
      await page.getByTestId('codebook-new').click()
      await page.getByTestId('proposition-ar').fill('يغادر التحالف العراق بنهاية أيلول 2025')
      await page.getByTestId('proposition-en').fill('The coalition leaves by September 2025')
      await page.getByTestId('proposition-save').click()
      await expect(listed).toHaveCount(before + 1)
      await shots(app, testInfo, 'codebook')
      expect(await faultsOf(app)).toEqual([])
    })
  })

test('a claim points to a proposition that is made on the way; the next like it is offered it, with why', async ({
  app,
}, testInfo) => {
  const { page, project } = app
  await ready(page)

  const claim = async (quote: string) => {
    await dragOver(page, quote)
    await page.keyboard.press('KeyD')
    await expect(page.locator('[data-attribute="proposition"]').first()).toBeVisible()
  }
  const codes = async () =>
    (await setOf(project, annotator, words)).annotations.flatMap(
      ({ attributes }) => attributes.proposition ?? [],
    )
  const before = await codes()
  await claim('متى تنتهي مهمة التحالف الدولي')
  const field = page.locator('[data-attribute="proposition"] input').first()
  await field.pressSequentially('تنتهي مهمة التحالف الدولي في العراق')
  await page.screenshot({ path: testInfo.outputPath('proposition.png') })
  await page.getByRole('option', { name: 'تنتهي مهمة التحالف الدولي في العراق' }).last().click()
  await expect.poll(codes).toHaveLength(before.length + 1)
  await page.keyboard.press('Escape')

  await claim('رحيل التحالف عن العراق')
  const candidate = page.locator('[data-attribute="proposition"] .candidate').first()
  await expect(candidate).toContainText('التحالف')
  await page.screenshot({ path: testInfo.outputPath('similar.png') })
  await candidate.press('Enter')
  await expect.poll(codes).toHaveLength(before.length + 2)
})

test.describe('a project of before there were propositions', () => {
  test.use({ startOn: 'empty' })
  test('gets what points a claim to one by one button', async ({ app }) => {
    await importText(app.project, 'خبر قصير\n\nقال الوزير إن الموعد قريب.\n')
    const file = join(app.project, 'project.json')
    const known = JSON.parse(await readFile(file, 'utf8'))
    for (const label of known.scheme.labels)
      label.attributes = label.attributes.filter(
        ({ id }: { id: string }) => id !== 'proposition' && id !== 'towards',
      )
    await writeFile(file, JSON.stringify(known))
    await app.restart()
    const { page } = app
    await ready(page)
    await page.getByTestId('reader').focus()
    await page.keyboard.press('F9')
    await page.getByTestId('add-proposition-attribute').press('Enter')
    await expect(page.getByTestId('add-proposition-attribute')).toBeHidden()
  })
})
