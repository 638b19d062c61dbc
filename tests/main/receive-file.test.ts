import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { receiveFile } from '../../src-main/corpus/receive-file.ts'
import { at, failureFrom, tempFolder } from './temp-project.ts'

const bytes = new TextEncoder().encode('خبر لم يُنشر بعد.\n')

test.skipIf(process.platform === 'win32')(
  'a file that a page hands over is its owner’s alone to read',
  async () => {
    const home = await tempFolder()
    const path = await receiveFile(home, '../خبر.txt', bytes, at)
    expect(path.startsWith(join(home, 'incoming'))).toBe(true)
    expect(await readFile(path)).toEqual(Buffer.from(bytes))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    for (const folder of [dirname(path), join(home, 'incoming')])
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
  },
)

test('a file that cannot be kept leaves nothing of itself', async () => {
  const home = await tempFolder()
  await writeFile(join(home, 'incoming'), '')
  expect(await failureFrom(receiveFile(home, 'خبر.txt', bytes, at))).toHaveProperty('code')
  expect(await readdir(home)).toEqual(['incoming'])
})
