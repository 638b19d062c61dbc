import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTemporary, replaceFile } from '../../src-main/storage/replace-file.ts'
import { failureFrom, tempFolder, textOf } from './temp-project.ts'

const onUnix = process.platform === 'win32' ? test.skip : test

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function* broken() {
  yield Buffer.from('half')
  throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
}

test('a file is replaced, and nothing is left beside it', async () => {
  const folder = await tempFolder()
  const path = join(folder, 'a.json')
  await replaceFile(path, 'قديم')
  await replaceFile(path, 'جديد')
  expect(await textOf(path)).toBe('جديد')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('content that comes in pieces is written whole', async () => {
  const path = join(await tempFolder(), 'a.jsonl')
  await replaceFile(path, pieces('سطر\n', '', 'سطر آخر\n'))
  expect(await textOf(path)).toBe('سطر\nسطر آخر\n')
})

test('a write that fails leaves the old file as it was and nothing beside it', async () => {
  const folder = await tempFolder()
  const path = join(folder, 'a.json')
  await writeFile(path, 'قديم')
  expect(await failureFrom(replaceFile(path, broken()))).toEqual({
    code: 'disk-full',
    params: { file: path },
  })
  expect(await textOf(path)).toBe('قديم')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('folders on the way are made', async () => {
  const path = join(await tempFolder(), 'annotations', 'ليلى', '3f', 'a.json')
  await replaceFile(path, '{}')
  expect(await textOf(path)).toBe('{}')
})

test('a folder is not replaced by a file', async () => {
  const folder = await tempFolder()
  const path = join(folder, 'a')
  await mkdir(join(path, 'inside'), { recursive: true })
  const { code } = await failureFrom(replaceFile(path, 'x'))
  expect(['is-a-folder', 'io']).toContain(code)
  expect(await readdir(folder)).toEqual(['a'])
})

test('a folder that is a file is said to be one', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'a'), '')
  const { code } = await failureFrom(replaceFile(join(folder, 'a', 'b'), 'x'))
  expect(code).toBe('not-a-folder')
})

test('a name as long as a file system allows is no obstacle', async () => {
  const folder = await tempFolder()
  const path = join(folder, `${'ت'.repeat(124)}.jsonl`)
  await replaceFile(path, 'x')
  expect(await textOf(path)).toBe('x')
})

test('of many writes at once one is there, whole, at the end', async () => {
  const folder = await tempFolder()
  const path = join(folder, 'a.json')
  const texts = Array.from({ length: 20 }, (_, n) => String(n).repeat(10_000))
  await Promise.all(texts.map(text => replaceFile(path, text)))
  expect(texts).toContain(await textOf(path))
  expect(await readdir(folder)).toEqual(['a.json'])
})

onUnix(
  'a file being written is its owner’s alone; the finished one has the rights of the one before it',
  async () => {
    const folder = await tempFolder()
    const path = join(folder, 'private.json')
    const modeOf = async (file: string) => (await stat(file)).mode & 0o777
    let during = 0
    const confirm = async () => {
      const [half] = (await readdir(folder)).filter(isTemporary)
      during = await modeOf(join(folder, half as string))
    }
    await replaceFile(path, 'first')
    expect(await modeOf(path)).toBe(0o666 & ~process.umask())
    await chmod(path, 0o600)
    await replaceFile(path, 'second', { confirm })
    expect([during, await modeOf(path)]).toEqual([0o600, 0o600])
    expect((await readdir(folder)).filter(isTemporary)).toEqual([])
  },
)
