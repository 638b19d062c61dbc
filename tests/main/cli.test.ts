import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterWeb } from '../enter-web.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const cli = at('out/main/cli.js')
const article = 'عاد الوفد إلى العاصمة مساء الأحد.\n\nوقال رئيسه إن الاتفاق «بات قريبًا».\n'

type Ran = { code: number; out: string; err: string }

let folder: string
let env: NodeJS.ProcessEnv

function run(program: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise(resolve => {
    const options = { cwd: folder, env: { ...env, ...more } }
    execFile(program, args, options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

const isnad = (...args: string[]) => run(process.execPath, [cli, ...args])
const inArabic = (...args: string[]) => run(process.execPath, [cli, ...args], { ISNAD_LANG: 'ar' })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad cli '))
  const { ISNAD_LANG: _, ISNAD_HOME: __, LC_ALL: ___, ...inherited } = process.env
  env = { ...inherited, LANG: 'en_US.UTF-8', ISNAD_HOME: join(folder, 'home') }
  const built = await run(process.execPath, [at('scripts/build.mjs')])
  expect(built.err).toBe('')
  await writeFile(join(folder, 'article.txt'), article)
  await writeFile(join(folder, 'empty.txt'), '')
}, 120_000)

afterAll(() => rm(folder, { recursive: true }))

test('the help names every command and is no error', async () => {
  for (const args of [['help'], ['--help'], ['-h'], ['import', '--help']]) {
    const { code, out, err } = await isnad(...args)
    expect([code, err]).toEqual([0, ''])
    for (const command of ['init', 'import', 'export', 'check', 'serve'])
      expect(out).toContain(`isnad ${command}`)
  }
  expect((await inArabic('help')).out).toContain('رموز الخروج')
})

test('the version is the one of the package', async () => {
  const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'))
  expect(await isnad('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('wrong usage says what is wrong and how it is right, on stderr, and ends with 2', async () => {
  const wrong: [string[], string][] = [
    [[], 'COMMAND is missing'],
    [['annotate'], 'no command “annotate”'],
    [['init'], 'DIR is missing'],
    [['init', 'a', 'b'], 'no place for “b”'],
    [['init', 'a', '--titel', 'x'], 'no option --titel'],
    [['init', 'a', '--title'], '--title needs a value'],
    [['init', 'a', '--json=yes'], '--json takes no value'],
    [['import', 'a'], 'PATH is missing'],
    [['export', 'a', '--out', 'x'], '--format is missing'],
    [['export', 'a', '--format', 'isnad'], '--out is missing'],
    [['export', 'a', '--format', 'isnad', '--out', '--force'], '--out needs a value'],
    [['export', 'a', '--format', 'morse', '--out', 'x'], 'format'],
    [['check'], 'PATH is missing'],
    [['serve', '--port', '70000'], '“70000” is not a port'],
    [['serve', '--port', 'x'], '“x” is not a port'],
  ]
  const answers = await Promise.all(wrong.map(([args]) => isnad(...args)))
  for (const [index, [args, said]] of wrong.entries()) {
    const { code, out, err } = answers[index] as Ran
    expect([args, code, out]).toEqual([args, 2, ''])
    expect(err).toContain(said)
    expect(err).toContain('isnad ')
  }
  expect((await inArabic('annotate')).err).toContain('لا أمر باسم «annotate»')
})

test('the language is that of the terminal unless ISNAD_LANG says otherwise', async () => {
  const check = (more: NodeJS.ProcessEnv) => run(process.execPath, [cli, 'check', 'nowhere'], more)
  expect((await check({ LANG: 'ar_LB.UTF-8' })).err).toContain('غير موجود')
  expect((await check({ LANG: 'de_DE.UTF-8' })).err).toContain('does not exist')
  expect((await check({ LANG: 'ar_LB.UTF-8', ISNAD_LANG: 'en' })).err).toContain('does not exist')
})

test('a failure names the file and what to do, and ends with 1', async () => {
  for (const args of [
    ['import', 'nowhere', 'article.txt'],
    ['export', 'nowhere', '--format', 'isnad', '--out', 'x.jsonl'],
    ['check', 'nowhere'],
  ]) {
    const { code, out, err } = await isnad(...args)
    expect([args, code, out]).toEqual([args, 1, ''])
    expect(err).toContain(join(folder, 'nowhere'))
    expect(err).toContain('Check the name and path')
  }
})

test('a project is made once, under its folder’s name unless a title is given', async () => {
  const first = await isnad('init', 'أخبار', '--json')
  expect(first.code).toBe(0)
  expect(JSON.parse(first.out)).toMatchObject({ folder: join(folder, 'أخبار'), title: 'أخبار' })
  expect(await readdir(join(folder, 'أخبار'))).toContain('project.json')
  const again = await isnad('init', 'أخبار')
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toContain('already a project')
  const titled = await isnad('init', 'titled', '--title', 'مفاوضات')
  expect(titled).toEqual({ code: 0, out: `Made a project in ${join(folder, 'titled')}\n`, err: '' })
  expect(await readFile(join(folder, 'titled', 'project.json'), 'utf8')).toContain('مفاوضات')
  expect((await isnad('init', 'named', '--scheme', 'entities')).code).toBe(0)
  const made = JSON.parse(await readFile(join(folder, 'named', 'project.json'), 'utf8'))
  expect(made.scheme.labels.map(({ name }: { name: { en: string } }) => name.en)).toContain(
    'Person',
  )
  expect((await isnad('init', 'other', '--scheme', 'no-such')).code).toBe(2)
})

test('import takes what it can, names what it cannot, and ends with 1 then', async () => {
  await isnad('init', 'imported')
  const mixed = await isnad('import', 'imported', 'article.txt', 'empty.txt')
  expect(mixed.code).toBe(1)
  expect(mixed.out).toBe('Imported: 1 document, already there: 0 files, rejected: 1 file\n')
  expect(mixed.err).toContain(join(folder, 'empty.txt'))
  const again = await inArabic('import', 'imported', 'article.txt')
  expect(again).toEqual({
    code: 0,
    out: 'استُوردت: لا وثائق، موجودة من قبل: ملف واحد، مرفوضة: لا ملفات\n',
    err: '',
  })
  const report = await isnad('import', 'imported', 'article.txt', 'empty.txt', '--json')
  expect(report.code).toBe(1)
  expect(JSON.parse(report.out)).toMatchObject({
    imported: [],
    duplicates: [{ file: join(folder, 'article.txt') }],
    rejected: [{ file: join(folder, 'empty.txt'), failure: { code: 'empty-file' } }],
  })
})

test('what the contract refuses of a command line is wrong usage', async () => {
  await isnad('init', 'dated')
  const { code, err } = await isnad('import', 'dated', 'article.txt', '--published', 'yesterday')
  expect(code).toBe(2)
  expect(err).toContain('published')
})

test('export writes a file that check accepts, and no other file', async () => {
  const sample = at('samples/coalition-talks')
  const out = join(folder, 'out.jsonl')
  const first = await isnad('export', sample, '--format', 'isnad', '--out', 'out.jsonl', '--json')
  expect(first.code).toBe(0)
  const report = JSON.parse(first.out)
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
  expect(report).toMatchObject({ file: out, lines: lines.length })
  for (const line of lines) expect(JSON.parse(line).format).toBe('isnad/1')

  const taken = await isnad('export', sample, '--format', 'isnad', '--out', 'out.jsonl')
  expect(taken).toMatchObject({ code: 1, out: '' })
  expect(taken.err).toContain('--force')
  const forced = await isnad('export', sample, '--format', 'isnad', '--out', 'out.jsonl', '--force')
  expect(forced.code).toBe(0)

  const checked = await isnad('check', 'out.jsonl', '--json')
  expect([checked.code, checked.err]).toEqual([0, ''])
  expect(JSON.parse(checked.out)).toMatchObject({ what: 'isnad-jsonl', sets: lines.length })
})

test('export leaves out who was not asked for', async () => {
  const sample = at('samples/coalition-talks')
  const [annotator = ''] = await readdir(join(sample, 'annotations'))
  const args = ['export', sample, '--format', 'isnad', '--annotators']
  expect((await isnad(...args, annotator, '--out', 'one.jsonl')).code).toBe(0)
  const lines = (await readFile(join(folder, 'one.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(new Set(lines.map(line => JSON.parse(line).set.annotator))).toEqual(new Set([annotator]))
  const nobody = await isnad(...args, 'nobody', '--out', 'none.jsonl', '--json')
  expect(nobody.code).toBe(1)
  expect(Object.keys(JSON.parse(nobody.out))).toEqual(['failure'])
  expect(await readdir(folder)).not.toContain('none.jsonl')
})

test('check names the line of what is wrong and ends with 1', async () => {
  const sample = at('samples/coalition-talks')
  await isnad('export', sample, '--format', 'isnad', '--out', 'whole.jsonl')
  const [first = '', ...rest] = (await readFile(join(folder, 'whole.jsonl'), 'utf8')).split('\n')
  const moved = first.replace(/"start":(\d+)/, (_, start) => `"start":${Number(start) + 1}`)
  await writeFile(join(folder, 'moved.jsonl'), [moved, ...rest].join('\n'))
  const { code, err } = await isnad('check', 'moved.jsonl')
  expect(code).toBe(1)
  expect(err).toContain(`${join(folder, 'moved.jsonl')}:1: error`)
  expect((await inArabic('check', 'moved.jsonl')).err).toContain('خطأ')
})

test('a reader that has seen enough is no error', async () => {
  const pipe = `"${process.execPath}" "${cli}" help | head -c 1`
  const { err } = await run('sh', ['-c', pipe])
  expect(err).toBe('')
})

/** The server, the first line it printed, and how it ends. */
async function serving(...args: string[]) {
  const server: ChildProcess = spawn(process.execPath, [cli, 'serve', ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let err = ''
  server.stderr?.setEncoding('utf8').on('data', part => {
    err += part
  })
  const ended = once(server, 'exit').then(([code, signal]) => ({ code, signal, err }))
  if (!server.stdout) throw new Error('no output')
  const [line] = await once(createInterface({ input: server.stdout }), 'line')
  return { server, line: String(line), ended }
}

async function enter(link: string) {
  const { origin, headers } = await enterWeb(link)
  return async (method: string, input: unknown) => {
    const body = JSON.stringify({ method, input })
    return (await fetch(`${origin}/call`, { method: 'POST', headers, body })).json()
  }
}

test('what a file is called is said, and not obeyed by the terminal', async () => {
  if (process.platform === 'win32') return
  await isnad('init', 'escapes')
  const name = 'red\u001b[31m\u009b2J.xyz'
  await writeFile(join(folder, name), 'x')
  const { code, out, err } = await isnad('import', 'escapes', name)
  expect(code).toBe(1)
  expect(err).toContain('red')
  for (const control of ['\u001b', '\u009b']) expect(out + err).not.toContain(control)
})

test('serve prints its link first, answers, and ends on either signal with 0', async () => {
  await isnad('init', 'served')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { server, line, ended } = await serving('served')
    const { url } = JSON.parse(line)
    expect(line).toBe(`{"url":"${url}"}`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const call = await enter(url)
    expect(await call('app.start', {})).toMatchObject({
      ok: true,
      value: { shell: 'web', dialogs: false, project: join(folder, 'served') },
    })
    server.kill(signal)
    expect(await ended).toEqual({ code: 0, signal: null, err: '' })
  }
})

test('serve without a folder opens a copy of the sample in the user’s own place', async () => {
  const { server, line, ended } = await serving()
  const call = await enter(JSON.parse(line).url)
  expect(await call('app.start', {})).toMatchObject({
    value: { project: join(folder, 'home', 'sample') },
  })
  server.kill('SIGTERM')
  await ended
  expect(await readdir(join(folder, 'home', 'sample'))).toContain('project.json')
})

test('serve on a folder that is no project says so and serves the welcome all the same', async () => {
  await mkdir(join(folder, 'plain'))
  const { server, line, ended } = await serving('plain')
  const call = await enter(JSON.parse(line).url)
  expect(await call('app.start', {})).toMatchObject({ ok: true })
  server.kill('SIGTERM')
  const { code, err } = await ended
  expect(code).toBe(0)
  expect(err).toContain(join(folder, 'plain'))
  expect(err).toContain('not an Isnad project')
})

test('serve on a port that is taken says which, and ends with 1', async () => {
  const { server, line, ended } = await serving()
  const { port } = new URL(JSON.parse(line).url)
  const second = await isnad('serve', '--port', port)
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.err).toContain(`Port ${port} cannot be used`)
  server.kill('SIGTERM')
  await ended
})

test('match answers a line a line, and names the line it cannot read', async () => {
  const lines = [
    '{"id":"a","query":"النهر","text":"ضفة للنهر","mode":"word"}',
    '{"id":"b","query":"نهر","text":"ضفة\u2028النهر","mode":"substring"}',
    '{"id":"c","query":1}',
    '',
  ]
  const child = execFile(process.execPath, [cli, 'match'], { env })
  child.stdin?.end(lines.join('\n'))
  let [out, err] = ['', '']
  child.stdout?.on('data', chunk => {
    out += chunk
  })
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  const answers = out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(answers).toEqual([
    { id: 'a', matches: [{ start: 5, end: 9, text: 'لنهر' }] },
    { id: 'b', matches: [{ start: 6, end: 9, text: 'نهر' }] },
  ])
  expect(err).toContain('stdin:3')
  expect(code).toBe(1)
})

/** Runs `isnad dates` on what is fed to it. */
function dates(input: string, ...args: string[]): Promise<Ran> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [cli, 'dates', ...args],
      { cwd: folder, env },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

test('dates of a text come a line each, with every key', async () => {
  const { code, out, err } = await dates(
    '📷 وصل الوفد أول أمس، ويعود نهاية العام المقبل.',
    '--anchor',
    '2024-08-07',
  )
  expect([code, err]).toEqual([0, ''])
  expect(
    out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    {
      start: 13,
      end: 20,
      text: 'أول أمس',
      type: 'DATE',
      value: '2024-08-05',
      edtf: '2024-08-05',
      mod: null,
      calendar: 'gregorian',
    },
    {
      start: 28,
      end: 46,
      text: 'نهاية العام المقبل',
      type: 'DATE',
      value: '2025',
      edtf: '2025',
      mod: 'END',
      calendar: 'gregorian',
    },
  ])
})

test('dates of many texts come a line a text, each with its own anchor; a bad line is named and the rest is done', async () => {
  const lines = [
    JSON.stringify({ id: 'a', text: 'أمس', anchor: '2024-03-01' }),
    'no json',
    JSON.stringify({ id: 2, text: 'لا شيء', anchor: null }),
    JSON.stringify({ id: 'c', text: 'أمس', anchor: '2024-02-31' }),
  ]
  const { code, out, err } = await dates(`${lines.join('\n')}\n`, '--jsonl')
  expect(code).toBe(1)
  const [first, second, ...more] = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(first).toMatchObject({ id: 'a', dates: [{ value: '2024-02-29' }] })
  expect([second, more]).toEqual([{ id: 2, dates: [] }, []])
  expect(err).toContain('stdin:2')
  expect(err).toContain('stdin:4')
})

test('an anchor that is no day is wrong usage', async () => {
  const { code, err } = await dates('أمس', '--anchor', '2024-13-01')
  expect(code).toBe(2)
  expect(err).toContain('2024-13-01')
})
