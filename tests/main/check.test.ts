import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checked } from './checked-project.ts'
import { damages } from './project-damages.ts'
import { appFor, tempFolder, tempProject } from './temp-project.ts'

/** Every file below a folder with its size and time of change. */
async function stamps(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).sort()
  return Promise.all(
    names.map(async name => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return [name, size, mtimeMs].join(' ')
    }),
  )
}

test('a sound project has no findings, is counted, and is not touched', async () => {
  const { paths } = await tempProject()
  const before = await stamps(paths.folder)
  expect((await checked(paths.folder)).report).toEqual({
    path: paths.folder,
    what: 'project',
    documents: 3,
    sets: 4,
    annotations: 9,
    findings: [],
  })
  expect((await checked(paths.project)).report.what).toBe('project')
  expect(await stamps(paths.folder)).toEqual(before)
})

test.each(damages)('%s is found, and nothing else', async (_, damage, expected) => {
  const project = await tempProject()
  await damage(project)
  const before = await stamps(project.paths.folder)
  expect((await checked(project.paths.folder)).found).toEqual(expected(project))
  expect(await stamps(project.paths.folder)).toEqual(before)
})

test('what is neither a project nor an export is refused by name', async () => {
  const folder = await tempFolder()
  const { refused } = appFor(folder)
  await writeFile(join(folder, 'notes.txt'), 'ملاحظات')
  const check = (path: string) => refused('project.check', { path })
  expect(await check(folder)).toEqual({ code: 'not-a-project', params: { file: folder } })
  expect(await check(join(folder, 'notes.txt'))).toEqual({
    code: 'not-checkable',
    params: { file: join(folder, 'notes.txt') },
  })
  expect(await check(join(folder, 'gone'))).toMatchObject({ code: 'not-found' })
  expect(await check('/dev/null')).toMatchObject({ code: 'not-checkable' })
})
