import { expect } from 'vitest'
import { testBuilt } from './built-program.ts'
import { served } from './own-program.ts'
import { smallProject } from './small-project.ts'

testBuilt(
  'a program that watches folders for what comes ends when it is told to',
  60_000,
  async ({ cli, folder }) => {
    const { project, inbox, home } = await smallProject(folder)
    const { call, process, stop } = await served(cli, project, home)
    expect(await call('project.open', { folder: project })).toMatchObject({ ok: true })
    expect(await call('watch.start', { project, folder: inbox })).toMatchObject({ ok: true })
    await new Promise(resolve => setTimeout(resolve, 300))
    await stop('SIGTERM')
    expect(process.exitCode).toBe(0)
  },
)
