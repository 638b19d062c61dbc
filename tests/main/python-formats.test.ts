import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { appFor, tempFolder } from './temp-project.ts'

const script = join(import.meta.dirname, '../python/check_formats.py')
const sample = join(import.meta.dirname, '../../samples/coalition-talks')

const run = (python: string, ...args: string[]) => spawnSync(python, args, { encoding: 'utf8' })
// Debian's own Python is the one that has Debian's NLTK.
const python = ['/usr/bin/python3', 'python3'].find(one => run(one, '--version').status === 0)

test('readers in Python find in every format what the native one says of the sample', async context => {
  if (!python) return context.skip('there is no python3 here')
  const folder = await tempFolder()
  const { done } = appFor(folder)
  for (const format of formatIds) {
    const { layout, extension, id } = formatOf(format)
    const out = join(folder, layout === 'folder' ? id : `${id}${extension}`)
    await done('export.run', { project: sample, job: 'job', format, out, lossy: true })
  }
  const { stdout, stderr } = run(python, script, folder)
  expect(stderr).toBe('')
  const said = JSON.parse(stdout)
  expect(said.problems).toEqual([])
  for (const [format, count] of Object.entries(said.compared))
    expect([format, Number(count) > 50]).toEqual([format, true])
  for (const [format, why] of Object.entries(said.left_out))
    process.stdout.write(`${format} is not read by another program: ${why}\n`)
}, 60_000)
