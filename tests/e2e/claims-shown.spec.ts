import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storedSet } from '../../annotations/model/stored.ts'
import { ownExample } from '../annotations/claims-example.ts'
import { setOfExample } from '../annotations/set-of-example.ts'
import { documentOf } from '../arabic-news.ts'
import { expect, test } from './app.ts'
import { annotator } from './claim-article.ts'
import { importText } from './import-text.ts'
import { ready } from './text.ts'

test.use({ startOn: 'empty' })

test.setTimeout(180_000)

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
