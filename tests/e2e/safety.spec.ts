import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { enterWeb } from '../enter-web.ts'
import { expect, test } from './app.ts'
import { repository } from './repository.ts'
import { setOf } from './sets.ts'
import { dragOver, ready, saved } from './text.ts'

const annotator = 'ليلى'
// Words of the sample's first article that nobody has tagged.
const words = 'يتصدّر جدول أعمالها'

async function openSet(project: string, documentId: string) {
  const path = join(project, 'annotations', annotator, documentId.slice(0, 2), `${documentId}.json`)
  const text = await readFile(path, 'utf8')
  return { path, text, set: JSON.parse(text) as AnnotationSet & { format: string } }
}

const shownId = (page: Page) => page.getByTestId('reader').getAttribute('data-shown')

test('a set that cannot be read is set aside at a key, and its newest good state is there again', async ({
  app,
}) => {
  const { page } = app
  await ready(page)
  const id = (await shownId(page)) ?? ''
  // One action, so that there is a state that was kept.
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  await saved(page)
  await app.restart()
  await ready(app.page)
  const good = await openSet(app.project, id)
  await writeFile(good.path, good.text.slice(0, 999))
  await app.restart()
  const broken = app.page.getByTestId('broken')
  await expect(broken).toContainText(`${id}.json`)
  await broken.getByRole('button').click()
  await ready(app.page)
  await expect(broken).toBeHidden()
  expect((await openSet(app.project, id)).text).toBe(good.text)
})

test('earlier versions show what they would bring back, and going back is a step that can be undone', async ({
  app,
}) => {
  const { page, project } = app
  await ready(page)
  const id = (await shownId(page)) ?? ''
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  await saved(page)
  // Kept once it rests.
  await page.waitForTimeout(400)
  const kept = await openSet(project, id)
  await page.getByTestId('reader').focus()
  await page.keyboard.press('Delete')
  await saved(page)
  const gone = await openSet(project, id)
  expect(gone.set.annotations.length).toBeLessThan(kept.set.annotations.length)
  await page.getByTestId('menu').click()
  await page.getByRole('menuitem', { name: 'الحالات السابقة' }).click()
  const rows = page.getByTestId('dialog-versions').getByRole('row')
  await rows.last().click()
  await expect(page.getByTestId('version-preview')).toContainText('يعود بالاستعادة')
  await page.getByTestId('restore-version').click()
  await saved(page)
  const back = await openSet(project, id)
  expect(back.set.annotations).toEqual(kept.set.annotations)
  expect(back.set.revision).toBeGreaterThan(gone.set.revision)
  await page.getByTestId('reader').focus()
  await page.keyboard.press('Control+KeyZ')
  await saved(page)
  expect((await openSet(project, id)).set.annotations).toEqual(gone.set.annotations)
})

test('what someone else changes on the disk is read again where nothing stands against it', async ({
  app,
}) => {
  const { page, project } = app
  await ready(page)
  const id = (await shownId(page)) ?? ''
  const { path, set } = await openSet(project, id)
  const [first] = set.annotations
  const theirs = {
    ...set,
    revision: set.revision + 1,
    annotations: first ? [first] : [],
    relations: [],
  }
  await writeFile(path, JSON.stringify(theirs))
  await expect(page.locator('.visually-hidden[role="status"]').first()).toContainText(
    'قُرئت من جديد',
  )
  // And what is made next is made upon it.
  await dragOver(page, words)
  await page.keyboard.press('KeyD')
  await saved(page)
  const after = await openSet(project, id)
  expect(after.set.annotations).toHaveLength(2)
  expect(after.set.revision).toBe(set.revision + 2)
})

test('a second program on the same folder reads and does not write, and says who does', async ({
  app,
}) => {
  await ready(app.page)
  const other = spawn(
    process.execPath,
    [join(repository, 'out', 'main', 'cli.js'), 'serve', app.project],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ISNAD_HOME: `${app.home}-2` } },
  )
  try {
    const [line] = await once(createInterface({ input: other.stdout }), 'line')
    const { url } = JSON.parse(line) as { url: string }
    const { origin, headers } = await enterWeb(url)
    const call = async (method: string, input: unknown) => {
      const body = JSON.stringify({ method, input })
      return (await fetch(`${origin}/call`, { method: 'POST', headers, body })).json()
    }
    const project = app.project
    const held = await call('project.hold', { project, annotator })
    expect(held).toMatchObject({ ok: true, value: { holder: { annotator, host: hostname() } } })
    const { documentId, revision } = await setOf(project, annotator, words)
    const changes = [{ kind: 'set-status', status: 'submitted' }]
    const asked = { project, documentId, annotator, revision, actions: [{ changes }] }
    expect(await call('sets.save', asked)).toMatchObject({ ok: false, failure: { code: 'locked' } })
  } finally {
    other.kill('SIGTERM')
    await once(other, 'exit')
  }
})
