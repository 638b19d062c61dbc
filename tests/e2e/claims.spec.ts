import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Claim, claimOf } from '../../annotations/claims/claim.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { ownExample, setOfExample } from '../annotations/claims-example.ts'
import { documentOf } from '../arabic-news.ts'
import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { setOf } from './sets.ts'
import { openByRow, ready, saved } from './text.ts'

test.use({ startOn: 'empty' })
test.setTimeout(180_000)

const annotator = 'المُوسِّم الأول'
const article = `وزارة النقل: العمل يعود الأحد

قالت أربعة مصادر لوكالة السنونو اليوم الثلاثاء، إن إدارة الميناء على وشك استئناف العمل.

وقالت ثلاثة مصادر للوكالة إن الإدارة تخلت عن شرطها، مؤكدة نقلا عن وسيطين أن الإدارة أبلغت استعدادها للتفاوض إلى النقابة.

أعلنت رابطة البحر وقف الإضراب. ولم تذكر سبب القرار. وقالت في بيان: "أوقفنا الإضراب حفاظا على السلامة".

"لن نتراجع"، قال سامر عودة للصحفيين، "حتى تعاد الأجور كاملة".
`

type Press = (...keys: string[]) => Promise<void>
const pressing =
  (page: Page): Press =>
  async (...keys) => {
    for (const key of keys) await page.keyboard.press(key)
  }

/** Words chosen by keyboard alone: the caret found at their first letters, the selection drawn out letter by letter. */
async function choose(page: Page, words: string, context = words) {
  const press = pressing(page)
  await press('Control+Home', 'Slash')
  await page.keyboard.type(context)
  await press('Enter')
  const back = context.indexOf(words)
  for (let n = 0; n < back; n++) await press('ArrowLeft')
  await page.keyboard.down('Shift')
  for (let n = 0; n < words.length; n++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.up('Shift')
}

const quotes = (claim: Claim | undefined) =>
  claim?.chain.map(({ mention, cues, kind }) => [
    mention?.spans[0]?.quote,
    cues[0]?.spans[0]?.quote,
    kind,
  ])
const claimSaying = (set: AnnotationSet, start: string) => {
  const found = set.annotations.find(
    ({ label, spans }) => label === 'claim' && spans[0]?.quote.startsWith(start),
  )
  return found && claimOf(set, found.id)
}

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({
      settings: { language, ...(language === 'en' ? { theme: 'dark' as const } : {}) },
    })

    test('claims by keyboard alone: what the sentence says by one key, chains of three by picks, one claim in another', async ({
      app,
    }, testInfo) => {
      await importText(app.project, article)
      await app.restart()
      const { page } = app
      const press = pressing(page)
      const shot = async (name: string) => {
        await testInfo.attach(`${name}-${language}`, {
          body: await page.screenshot(),
          contentType: 'image/png',
        })
      }
      await ready(page)
      await page.getByTestId('reader').focus()

      // What its sentence says: the frame proposes it, Enter takes it.
      await choose(page, 'إدارة الميناء على وشك استئناف العمل')
      await press('KeyC')
      const frame = page.getByTestId('claim-frame')
      await expect(frame.locator('[data-frame-slot=source]')).toContainText('أربعة مصادر')
      await shot('frame')
      await press('Enter')
      await expect(frame).toBeHidden()
      await expect(page.getByTestId('claim-sentence')).toContainText('أربعة مصادر')
      // It runs as the interface does, though it begins with a name in Arabic.
      await expect(page.getByTestId('claim-sentence')).toHaveCSS(
        'direction',
        language === 'ar' ? 'rtl' : 'ltr',
      )
      await shot('four-sources')

      // Picks fill source, cue and date in order; C leaves one out.
      await choose(page, 'استعدادها للتفاوض')
      await press('KeyC')
      for (const [source, cue] of [
        ['لوكالة', 'مؤكدة'],
        ['وسيطين', 'نقلا عن'],
        ['الإدارة', 'أبلغت'],
      ] as const) {
        const context =
          source === 'لوكالة' ? 'لوكالة إن' : source === 'الإدارة' ? 'الإدارة أبلغت' : source
        await choose(page, source, context)
        await press('Enter')
        await expect(frame).toHaveAttribute('data-slot', 'cue')
        await choose(page, cue)
        await press('Enter')
        await expect(frame).toHaveAttribute('data-slot', 'date')
        await press('KeyC')
      }
      await shot('three-levels-frame')
      await press('Escape')
      await expect(page.getByTestId('chain-lines')).toHaveAttribute('data-stops', '5')
      await shot('three-levels')
      const details = page.locator('[data-relation=source] details summary').first()
      await details.press('Enter')
      await details.scrollIntoViewIfNeeded()
      await shot('link-fields')
      await page.keyboard.press('Escape')
      await page.getByTestId('reader').focus()
      if (language === 'en') {
        await press('Control+Home', 'KeyG')
        await page.setViewportSize({ width: 1024, height: 640 })
        await shot('suggestions-1024')
        return
      }

      // A source named two sentences earlier is proposed by gender and number.
      await choose(page, 'أوقفنا الإضراب حفاظا على السلامة')
      await press('KeyC')
      await expect(frame.locator('[data-frame-slot=source]')).toContainText('رابطة البحر')
      await press('Enter')
      await shot('two-sentences-earlier')

      // A quotation cut by its cue: two parts, one claim.
      await choose(page, 'لن نتراجع')
      await press('KeyC', 'Escape')
      await choose(page, 'حتى تعاد الأجور كاملة')
      await press('Equal')
      await press('KeyC')
      await shot('cut-frame')
      await press('Enter')
      await shot('quotation-cut')

      // The headline's colon, accepted as the rules suggest it, with its chain.
      await press('Control+Home', 'KeyG')
      const bar = page.getByTestId('suggestion-bar')
      await expect(bar).toBeVisible()
      await shot('suggestions')
      await page.setViewportSize({ width: 1024, height: 640 })
      await shot('suggestions-1024')
      await page.setViewportSize({ width: 1280, height: 800 })
      const axe = await new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined).analyze()
      expect(axe.violations.map(({ id }) => id)).toEqual([])
      const waiting = Number(await bar.getAttribute('data-waiting'))
      await press('KeyU')
      await expect(bar).toHaveAttribute('data-waiting', String(waiting - 1))
      for (let n = 0; n < 12 && (await bar.getByText('العمل يعود الأحد').count()) === 0; n++)
        await press('KeyG')
      await press('KeyY')
      await press('Escape')
      await saved(page)

      // What a claim uses is asked about before it goes, and comes back.
      await choose(page, 'أربعة مصادر')
      await press('ArrowRight', 'Delete')
      const asked = page.getByTestId('dialog-removing')
      await expect(asked).toBeVisible()
      await shot('removing')
      await press('Enter')
      await expect(asked).toBeHidden()
      await saved(page)
      expect(
        quotes(claimSaying(await setOf(app.project, annotator, 'وزارة النقل:'), 'إدارة الميناء')),
      ).toHaveLength(1)
      await press('Control+KeyZ')
      await saved(page)
      await page.locator('[data-tab=" checks"]').click()
      await shot('checks')
      await page.locator('[data-tab=actor]').click()
      await shot('suggested-list')

      const set = await setOf(app.project, annotator, 'وزارة النقل:')
      expect(quotes(claimSaying(set, 'إدارة الميناء'))).toEqual([
        ['وكالة السنونو', undefined, 'agency-relay'],
        ['أربعة مصادر', 'قالت', 'anonymous-plural'],
      ])
      expect(quotes(claimSaying(set, 'استعدادها'))?.map(([source, cue]) => [source, cue])).toEqual([
        ['لوكالة', 'مؤكدة'],
        ['وسيطين', 'نقلا عن'],
        ['الإدارة', 'أبلغت'],
      ])
      const later = claimSaying(set, 'أوقفنا')
      expect(later?.chain.at(-1)).toMatchObject({ implicit: true })
      expect(claimSaying(set, 'لن نتراجع')?.annotation.spans).toHaveLength(2)
      expect(quotes(claimSaying(set, 'العمل يعود'))).toEqual([
        ['وزارة النقل', undefined, 'institution'],
      ])

      // Rejected, it does not return, not after a restart either.
      await app.restart()
      await ready(app.page)
      await app.page.getByTestId('reader').focus()
      await app.page.keyboard.press('KeyG')
      const left = Number(await app.page.getByTestId('suggestion-bar').getAttribute('data-waiting'))
      expect(left).toBeLessThan(waiting)
    })
  })

test('what is hard about attribution is shown: chains of three, sources far away, cut quotations, claims in claims', async ({
  app,
}, testInfo) => {
  const example = ownExample()
  const document = documentOf(example.text)
  const set = { ...setOfExample(example, document), annotator, revision: 1 }
  await importText(app.project, example.text)
  const folder = join(app.project, 'annotations', annotator, document.id.slice(0, 2))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${document.id}.json`), storedSet.stringify(set))
  await app.restart()
  const { page } = app
  await ready(page)
  await page.locator('[data-tab=claim]').click()
  const list = page.getByTestId('list-claim')
  const shapes = [
    ['three-levels', 'استعدادها للتفاوض', '5', 'نقلًا عن'],
    ['four-sources', 'إدارة الميناء والنقابة على وشك', '4', 'أربعة مصادر'],
    ['far-source', 'أوقفنا الإضراب', '3', 'رابطة عمال البحر'],
    ['cut-quotation', 'لن نتراجع', '3', 'حتى تعاد الأجور كاملة'],
    ['nested-unnamed', 'تستغرق المفاوضات عدة أسابيع', '3', 'قائل لم يُسمَّ'],
    ['one-mention-two-claims', 'الميناء يشغّل', '3', 'السنونو'],
  ] as const
  for (const [name, words, stops, says] of shapes) {
    await page.locator('[data-tab=claim]').click()
    const quote = list.locator('.list-quote').filter({ hasText: new RegExp(`^${words}`) })
    // Rows are drawn as they come into view.
    for (let top = 0; top < 4000 && (await quote.count()) === 0; top += 250)
      await list.evaluate((scroller, top) => scroller.scrollTo({ top }), top)
    await quote.first().click()
    await expect(page.getByTestId('chain-lines')).toHaveAttribute('data-stops', stops)
    await page.locator('[data-tab=current], .tab').first().click()
    await expect(page.getByTestId('claim-sentence')).toContainText(says)
    await testInfo.attach(name, { body: await page.screenshot(), contentType: 'image/png' })
  }
})

/** Each says what the one before taught: a name, an alias of it, and a ship that is nobody. */
const lessons = {
  first: `نبيل الكرخي يعود إلى الميناء

قال نبيل الكرخي أمس إن العمل يعود غدا. ورست الباخرة سلمى الصباح في المرفأ. وأوضح الكرخي أن الأجور دفعت.
`,
  second: `الأجور تُدفع غدا

وأضاف الكرخي أن الرافعات عادت. وغادرت الباخرة سلمى الصباح المرفأ. وقال نبيل الكرخي إن الحراسة شددت.
`,
  third: `المرفأ يفتح أبوابه

أكد نبيل الكرخي أن الشاحنات وصلت. وقال الكرخي إن الطريق آمن.
`,
}

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({ settings: { language } })
    test('suggestions learn: what is linked becomes an alias, what is rejected stays away, and all like one are taken in all articles by one step', async ({
      app,
    }, testInfo) => {
      for (const [name, text] of Object.entries(lessons))
        await importText(app.project, text, `${name}.txt`)
      await app.restart()
      const { page } = app
      const press = pressing(page)
      const bar = page.getByTestId('suggestion-bar')
      const shot = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) })
      const openArticle = async (title: string) => {
        await openByRow(page, page.locator('[data-document]', { hasText: title }))
        await page.getByTestId('reader').focus()
      }
      const who = language === 'ar' ? annotator : 'First annotator'
      const atHand = bar.locator('.at-hand-quote')
      /** Bring a suggestion to hand, going through what waits. */
      const goTo = async (quote: string) => {
        await press('Control+Home', 'KeyG')
        await expect(atHand).toBeVisible()
        const waiting = Number(await bar.getAttribute('data-waiting'))
        for (let n = 0; n < waiting && (await atHand.textContent()) !== quote; n++)
          await press('KeyG')
        await expect(atHand).toHaveText(quote)
      }
      const mentions = async (words: string) =>
        (await setOf(app.project, who, words).catch(() => undefined))?.annotations.filter(
          ({ label }) => label === 'actor',
        ) ?? []

      if (language === 'en') {
        await openArticle('الأجور تُدفع')
        await goTo('نبيل الكرخي')
        await press('Control+Shift+KeyY')
        await expect(page.getByTestId('across-count')).toHaveAttribute('data-elsewhere', '3')
        await page.setViewportSize({ width: 1024, height: 640 })
        await shot('accept-across')
        return
      }

      // Accepted, it keeps its rule; one key makes an actor of it, another mention is linked to that.
      await openArticle('يعود إلى الميناء')
      await goTo('نبيل الكرخي')
      await press('KeyY')
      await expect
        .poll(async () => (await mentions('الأجور دفعت')).map(({ rule }) => rule))
        .toEqual(['name'])
      await press('Escape')
      await choose(page, 'نبيل الكرخي', 'نبيل الكرخي يعود')
      await press('ArrowRight', 'KeyL')
      await expect
        .poll(async () => (await mentions('الأجور دفعت'))[0]?.attributes.actor)
        .toBeTruthy()
      await choose(page, 'الكرخي', 'وأوضح الكرخي')
      await press('KeyA', 'Shift+KeyL')
      const field = page.locator('[data-attribute="actor"] input')
      await expect(field).toBeFocused()
      await field.pressSequentially('نبيل')
      await expect(page.getByRole('option').first()).toContainText('نبيل الكرخي')
      await press('ArrowDown', 'Enter')
      await saved(page)
      await press('Escape')

      // A ship is nobody: rejected here, it is suggested nowhere.
      await page.getByTestId('reader').focus()
      await goTo('سلمى الصباح')
      await press('KeyU')
      await expect(atHand).not.toHaveText('سلمى الصباح')
      const exceptions = () => readdir(join(app.project, 'exceptions')).catch(() => [])
      await expect.poll(exceptions).toHaveLength(1)
      await press('Escape')
      await openArticle('الأجور تُدفع')
      await press('Control+Home', 'KeyG')
      const waiting = Number(await bar.getAttribute('data-waiting'))
      const seen: (string | null)[] = []
      for (let n = 0; n < waiting; n++) {
        seen.push(await atHand.textContent())
        await press('KeyG')
      }
      expect(seen).toContain('الكرخي')
      expect(seen).not.toContain('سلمى الصباح')

      // The alias names the actor here too; all of the same actor, in every article, after their number is said.
      await goTo('الكرخي')
      await shot('learned')
      await press('Control+Shift+KeyY')
      const dialog = page.getByTestId('dialog-accept-across')
      const count = page.getByTestId('across-count')
      await expect(count).toHaveAttribute('data-here', '2')
      await expect(count).toHaveAttribute('data-elsewhere', '3')
      await shot('accept-across')
      const axe = await new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined).analyze()
      expect(axe.violations.map(({ id }) => id)).toEqual([])
      await press('Enter')
      await expect(dialog).toBeHidden()
      await saved(page)
      await expect.poll(async () => (await mentions('الطريق آمن')).length).toBe(2)
      await expect.poll(async () => (await mentions('الرافعات')).length).toBe(2)
      const taken = await mentions('الرافعات')
      expect(taken.map(({ rule }) => rule)).toEqual(['register', 'register'])
      expect(new Set(taken.map(({ attributes }) => attributes.actor)).size).toBe(1)

      // One step back takes all of it back, one forth does it again.
      await press('Control+KeyZ')
      await expect.poll(async () => (await mentions('الطريق آمن')).length).toBe(0)
      await saved(page)
      await expect.poll(async () => (await mentions('الرافعات')).length).toBe(0)
      await press('Control+Shift+KeyZ')
      await expect.poll(async () => (await mentions('الطريق آمن')).length).toBe(2)
      await saved(page)
    })
  })
