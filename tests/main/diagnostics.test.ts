import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createApp } from '../../src-main/app.ts'
import { crashReports } from '../../src-main/diagnostics/crash-reports.ts'
import { diagnosticsOf } from '../../src-main/diagnostics/diagnostics.ts'
import { openLog } from '../../src-main/diagnostics/log.ts'
import { knownHere, scrub } from '../../src-main/diagnostics/scrub.ts'
import { arabicNews } from '../arabic-news.ts'
import { tempFolder, tempProject } from './temp-project.ts'

const now = () => new Date('2026-01-02T03:04:05.678Z')
const onUnix = process.platform === 'win32' ? test.skip : test
const known = knownHere([
  ['/srv/data/isnad', '<data>'],
  ['/opt/isnad', '<app>'],
])

test('a stack keeps what is of the program and loses paths, names and quotations', () => {
  const stack = [
    `Error: ENOENT: no such file or directory, open '${homedir()}/أخبار/تقرير سري.txt'`,
    '    at readWhole (file:///opt/isnad/out/main/cli.js:10:5)',
    '    at async /home/someone else/x.js:3:1',
    `    at C:\\Users\\layla\\news\\a.js:1:1 on ${hostname()}`,
    '    at http://127.0.0.1:40123/assets/index-1a2b.js:7:1',
    '    at node:internal/process/task_queues:95:5',
  ].join('\n')
  const clean = scrub(stack, known)
  expect(clean).toContain("open '<path>'")
  expect(clean).toContain('at readWhole (<app>/out/main/cli.js:10:5)')
  expect(clean).toContain('<page>/assets/index-1a2b.js:7:1')
  expect(clean).toContain('node:internal/process/task_queues:95:5')
  for (const gone of [homedir(), 'layla', 'Users', 'someone', hostname(), 'تقرير', 'else/'])
    expect(clean).not.toContain(gone)
})

test('what JSON.parse quotes of a file is not kept', () => {
  let message = ''
  try {
    JSON.parse('{"a": minister}')
  } catch (error) {
    message = String(error)
  }
  expect(message).toContain('minister')
  expect(scrub(message, known)).not.toContain('minister')
})

test('no letter of an article comes through', () => {
  fc.assert(
    fc.property(arabicNews, text => {
      expect(scrub(`TypeError: cannot read ${text}`, known)).not.toMatch(/\p{Script=Arabic}/u)
    }),
  )
})

test('the log has levels, turns over, and is bounded', async () => {
  const userData = await tempFolder()
  const log = openLog({ userData, shell: 'web', size: '1K' })
  log.write('debug', 'not written at info')
  for (let n = 0; n < 400; n++) {
    log.write(n % 2 ? 'info' : 'warn', 'call', { n })
    // It turns over between writes, as they come in a life.
    if (n % 20 === 0) await new Promise(resolve => setTimeout(resolve, 5))
  }
  await log.close()
  const files = await readdir(join(userData, 'logs'))
  expect(files.length).toBeGreaterThan(1)
  expect(files.length).toBeLessThanOrEqual(4)
  const last = (await log.last(3)).map(line => JSON.parse(line))
  expect(last.map(({ n, level }) => [n, level])).toEqual([
    [397, 'info'],
    [398, 'warn'],
    [399, 'info'],
  ])
  expect(Object.keys(last[0]).sort()).toEqual(['event', 'level', 'n', 'time'])
  expect((await log.last(10_000)).join()).not.toContain('not written')
})

onUnix('log and reports are for their owner alone', async () => {
  const userData = join(await tempFolder(), 'data')
  const log = openLog({ userData, shell: 'web' })
  log.write('info', 'started')
  await log.close()
  crashReports(userData, now).write('x')
  const modeOf = async (...path: string[]) => (await stat(join(userData, ...path))).mode & 0o777
  expect(await modeOf('logs')).toBe(0o700)
  expect(await modeOf('logs', 'isnad-web.log')).toBe(0o600)
  expect(await modeOf('crash-reports')).toBe(0o700)
  expect(await modeOf('crash-reports', '2026-01-02T03-04-05-678Z.txt')).toBe(0o600)
  expect(await modeOf()).toBe(0o700)
})

test('reports can be read and deleted, are bounded, and nothing but reports is', async () => {
  const userData = await tempFolder()
  let at = 0
  const reports = crashReports(userData, () => new Date(Date.UTC(2026, 0, 1, 0, 0, at++)))
  for (let n = 0; n < 25; n++) reports.write(`fault ${n}`)
  expect(reports.write('fault 24')).toBeUndefined()
  await writeFile(join(userData, 'settings.json'), '{}')
  await writeFile(join(userData, 'crash-reports', 'mine.txt'), 'x')
  const all = await reports.all()
  expect(all.length).toBe(20)
  expect(all[0]?.text).toContain('fault 24')
  await reports.remove(all[0]?.name as string)
  await reports.remove('../settings.json')
  await reports.remove('mine.txt')
  expect((await reports.all()).length).toBe(19)
  expect(await readFile(join(userData, 'settings.json'), 'utf8')).toBe('{}')
  expect(await readdir(join(userData, 'crash-reports'))).toContain('mine.txt')
})

test('diagnostics tell what was asked and how it went, and nothing of documents, places and people', async () => {
  const { folder, paths, first } = await tempProject()
  const userData = join(folder, 'home')
  const log = openLog({ userData, shell: 'web', level: 'debug' })
  const about = { version: '9.9.9', shell: 'web', userData, root: process.cwd(), now } as const
  const diagnostics = diagnosticsOf({ ...about, log })
  const call = createApp(
    { kind: 'web', version: '9.9.9', userData, sample: '', emit() {}, now, diagnostics },
    diagnostics.fault,
  )
  await call('project.open', { folder: paths.folder })
  await call('project.open', { folder: join(folder, 'تقرير سري') })
  await call('documents.read', { project: paths.folder, id: first.id })
  await call('sets.read', { project: paths.folder, documentId: first.id, annotator: 'ليلى' })
  await call('diagnostics.page-fault', {
    where: 'error',
    message: `broke on ${first.text}`,
    stack: `Error: broke on "${first.text}"\n    at http://127.0.0.1:1/assets/a.js:1:1`,
  })
  await new Promise(resolve => setTimeout(resolve, 50))
  const read = await call('diagnostics.read', {})
  await log.close()
  if (!read.ok) throw new Error('no diagnostics')
  const { text, reports } = read.value as { text: string; reports: { text: string }[] }
  for (const said of ['Isnad 9.9.9, web', 'project opened', 'not-found', 'sets.read', 'fault'])
    expect(text).toContain(said)
  const everything = text + reports.map(report => report.text).join('')
  expect(reports.length).toBe(1)
  expect(everything).not.toMatch(/\p{Script=Arabic}/u)
  for (const gone of [folder, homedir() === '/' ? 'no home' : homedir(), hostname(), first.id])
    expect(everything).not.toContain(gone)
})

test('a user folder that cannot be written keeps nobody from working', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'taken'), '')
  const diagnostics = diagnosticsOf({
    version: '1',
    shell: 'web',
    userData: join(folder, 'taken'),
    root: folder,
    now,
  })
  expect(diagnostics.fault('a test', new Error('x'))).toBeUndefined()
  expect(await diagnostics.reports()).toEqual([])
  await mkdir(join(folder, 'fine'))
})
