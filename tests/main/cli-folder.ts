import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

export const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
export const cli = at('out/main/cli.js')
const article = 'عاد الوفد إلى العاصمة مساء الأحد.\n\nوقال رئيسه إن الاتفاق «بات قريبًا».\n'
export type Ran = { code: number; out: string; err: string }
export let folder: string
export let env: NodeJS.ProcessEnv

export function run(program: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise(resolve => {
    const options = { cwd: folder, env: { ...env, ...more } }
    execFile(program, args, options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

export const isnad = (...args: string[]) => run(process.execPath, [cli, ...args])

/** The built program in a folder of its own, which holds one article and one empty file. */
export function inCliFolder() {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isnad cli '))
    const { ISNAD_LANG: _, ISNAD_HOME: __, LC_ALL: ___, ...inherited } = process.env
    env = { ...inherited, LANG: 'en_US.UTF-8', ISNAD_HOME: join(folder, 'home') }
    await writeFile(join(folder, 'article.txt'), article)
    await writeFile(join(folder, 'empty.txt'), '')
  })

  afterAll(() => rm(folder, { recursive: true }))
}
