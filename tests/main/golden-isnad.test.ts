import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFor, tempFolder, textOf } from './temp-project.ts'

const golden = join(import.meta.dirname, '../golden/isnad-1')

test('the golden project is exported to its golden bytes', async () => {
  const folder = await tempFolder()
  const out = join(folder, 'out.jsonl')
  const project = join(golden, 'project')
  await appFor(folder).done('export.run', { project, job: 'job', format: 'isnad', out })
  if (process.env.ISNAD_RENEW) await copyFile(out, join(golden, 'expected.jsonl'))
  expect(await textOf(out)).toBe(await textOf(join(golden, 'expected.jsonl')))
})

test('the golden project and its golden export have no findings', async () => {
  const { done } = appFor(await tempFolder())
  for (const path of ['project', 'expected.jsonl'])
    expect(await done('project.check', { path: join(golden, path) })).toMatchObject({
      findings: [],
    })
})
