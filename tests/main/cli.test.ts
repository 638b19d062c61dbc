import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { at, cli, folder, inCliFolder, isnad, type Ran, run } from './cli-folder.ts'

inCliFolder()

const inArabic = (...args: string[]) => run(process.execPath, [cli, ...args], { ISNAD_LANG: 'ar' })

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
