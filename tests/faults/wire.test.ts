import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { commandOf } from '../../src-main/shells/cli-arguments.ts'
import { rendererFiles } from '../../src-main/shells/renderer-files.ts'
import { serveWeb } from '../../src-main/shells/web.ts'
import { eventStreams } from '../../src-main/shells/web-events.ts'
import { commandLines } from './command-lines.ts'
import { fuzzWire } from './fuzz-wire.ts'
import { smallProject } from './small-project.ts'

test('whatever a method is asked over the wire, it answers, and with no bug', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-wire-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { dispatch, project, inbox, id } = await smallProject(folder)
  await mkdir(join(folder, 'renderer'))
  await writeFile(join(folder, 'renderer', 'index.html'), '')
  const files = await rendererFiles(join(folder, 'renderer'))
  const server = await serveWeb({ dispatch, events: eventStreams(), files, port: 0 })
  onTestFinished(() => server.close())
  const before = process.cwd()
  const cwd = join(folder, ...'abcdefgh')
  await mkdir(cwd, { recursive: true })
  process.chdir(cwd)
  onTestFinished(() => process.chdir(before))
  const known = { sandbox: folder, project, inbox, id }
  const asked = { link: server.link(), known, seed: 4, runs: 25, time: 15_000, patience: 20_000 }
  for await (const { method, crashes, hangs } of fuzzWire(asked))
    expect([method, crashes, hangs]).toEqual([method, [], []])
}, 300_000)

test('whatever words a command line has, they are a command or a mistake that is named', () => {
  const commands = ['init', 'import', 'export', 'check', 'serve', '__proto__', 'toString', '']
  fc.assert(
    fc.property(commandLines(commands, '/sandbox', ['a', 'isnad']), argv => {
      expect(commandOf(argv, '/somewhere')).toHaveProperty('kind')
    }),
    { numRuns: 1000, seed: 4 },
  )
})
