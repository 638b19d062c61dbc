import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { cli, env, folder, inCliFolder, type Ran } from './cli-folder.ts'

inCliFolder()

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
