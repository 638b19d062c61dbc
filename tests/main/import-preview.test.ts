import { expect, test } from 'vitest'
import { encodeSingleByte } from './encode.ts'
import { ask, file, inImportProject, news, project, projectFiles, run } from './import-project.ts'
import { article, headline, sentences } from './own-news.ts'

inImportProject()

test('a preview decides as the import will, and writes nothing', async () => {
  const known = await file('a.txt', article)
  const { imported } = await run([known])
  await file('b.txt', encodeSingleByte(sentences[6], 'windows-1256'))
  await file('c.txt', '')
  const before = await projectFiles()
  const { files, more } = await ask('import.preview', { project, paths: [news] })
  expect(more).toBe(0)
  expect(
    files.map(one => (one.kind === 'rejected' ? one.failure.code : one.decision.encoding)),
  ).toEqual(['utf-8', 'windows-1256', 'empty-file'])
  expect(files[0]).toMatchObject({ duplicateOf: imported[0]?.id, metadata: { title: headline } })
  expect(files[1]).toMatchObject({ beginning: sentences[6] })
  expect(files[1]).not.toHaveProperty('duplicateOf', expect.anything())
  expect(await projectFiles()).toEqual(before)
})

test('a preview shows the first fifty and counts the rest', async () => {
  for (let n = 0; n < 60; n++) await file(`${n}.txt`, `${sentences[0]} ${n}`)
  await file('a.png', 'x')
  const { files, more } = await ask('import.preview', { project, paths: [news] })
  expect(files).toHaveLength(50)
  expect(more).toBe(11)
})
