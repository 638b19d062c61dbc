import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { served } from './own-program.ts'
import { smallProject } from './small-project.ts'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

test.skipIf(!existsSync(cli))(
  'a program that watches folders for what comes ends when it is told to',
  { timeout: 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-ending-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const { project, inbox, home } = await smallProject(folder)
    const { call, process, stop } = await served(cli, project, home)
    expect(await call('project.open', { folder: project })).toMatchObject({ ok: true })
    expect(await call('watch.start', { project, folder: inbox })).toMatchObject({ ok: true })
    await new Promise(resolve => setTimeout(resolve, 300))
    await stop('SIGTERM')
    expect(process.exitCode).toBe(0)
  },
)
