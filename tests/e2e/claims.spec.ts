import { type Claim, claimOf } from '../../annotations/claims/claim.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { expect, test } from './app.ts'
import { annotator, choose, pressing } from './claim-article.ts'
import { importText } from './import-text.ts'
import { faultsOf } from './looking.ts'
import { setOf } from './sets.ts'
import { ready, saved } from './text.ts'

test.use({ startOn: 'empty' })

test.setTimeout(180_000)

const article = `وزارة النقل: العمل يعود الأحد

قالت أربعة مصادر لوكالة السنونو اليوم الثلاثاء، إن إدارة الميناء على وشك استئناف العمل.

وقالت ثلاثة مصادر للوكالة إن الإدارة تخلت عن شرطها، مؤكدة نقلا عن وسيطين أن الإدارة أبلغت استعدادها للتفاوض إلى النقابة.

أعلنت رابطة البحر وقف الإضراب. ولم تذكر سبب القرار. وقالت في بيان: "أوقفنا الإضراب حفاظا على السلامة".

"لن نتراجع"، قال سامر عودة للصحفيين، "حتى تعاد الأجور كاملة".
`

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
      expect(await faultsOf(app)).toEqual([])
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
