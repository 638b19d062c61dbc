import { readdir, readFile, writeFile } from 'node:fs/promises'
import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../annotations/api/contract.ts'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import { appFor, tempProject } from './temp-project.ts'

/** Names too short to be told from words are not looked for. */
const names = [userInfo().username, hostname()].filter(name => name.length > 5)

test('what a project holds and what is exported from it names no place of this machine and no user of it', async () => {
  const { folder, paths } = await tempProject()
  const { done, bugs } = appFor(join(folder, 'home'))
  await writeFile(join(folder, 'قادم.txt'), 'خبر جديد عن الجلسة المقبلة.\n')
  const project = paths.folder
  await done('project.open', { folder: project })
  await done('import.run', { project, paths: [join(folder, 'قادم.txt')], job: 'x' })
  for (const format of formatIds) {
    const asked = contract['export.run'].input.safeParse({
      project,
      job: 'x',
      format,
      out: join(project, `out-${format}`),
      lossy: true,
    })
    if (asked.success) await done('export.run', asked.data)
  }
  const files = await readdir(project, { recursive: true, withFileTypes: true })
  const read = files.filter(file => file.isFile())
  expect(read.length).toBeGreaterThan(8)
  for (const file of read) {
    const text = await readFile(join(file.parentPath ?? file.path, file.name), 'utf8')
    for (const gone of [folder, homedir() === '/' ? folder : homedir(), ...names])
      expect([file.name, text.includes(gone)]).toEqual([file.name, false])
  }
  expect(bugs).toEqual([])
})
