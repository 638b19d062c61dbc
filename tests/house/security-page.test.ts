import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Every test of the repository, by the name of its file. */
const tests = new Map(
  ['annotations', 'e2e', 'faults', 'house', 'main', 'renderer'].flatMap(room =>
    readdirSync(join(root, 'tests', room), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(test|spec)\.ts$/.test(name))
      .map(name => [
        name.split(/[\\/]/).at(-1) as string,
        readFileSync(join(root, 'tests', room, name), 'utf8'),
      ]),
  ),
)

test('every test that the security page names is there, under that name', () => {
  const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8').replace(
    /\n(?! *[|\n*#-])/g,
    ' ',
  )
  const cited = [...page.matchAll(/`([a-z-]+\.(?:test|spec)\.ts)`(?:: ([^|)\n]+))?/g)]
  expect(cited.length).toBeGreaterThan(30)
  for (const [, file, name] of cited) {
    const source = tests.get(file as string)
    expect(source, file).toBeDefined()
    if (name)
      expect(source?.replace(/\s+/g, ' '), `${file}: ${name}`).toContain(
        name.trim().replace(/\s+/g, ' '),
      )
  }
})

test('every point of the checklist has its test', () => {
  const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8')
  const points = [...page.matchAll(/^\| (\d+) \|.*\| ([^|]*) \|$/gm)]
  expect(points.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
  for (const [, , shown] of points) expect(shown).toMatch(/`[a-z-]+\.(test|spec)\.ts`: ./)
})

const sources = ['src-main', 'src-renderer'].flatMap(floor =>
  readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => ({ name, text: readFileSync(join(root, floor, name), 'utf8') })),
)

test('no source opens other programs from the window, switches features on, or makes markup of text', () => {
  const unwanted =
    /openExternal|enableBlinkFeatures|experimentalFeatures|executeJavaScript|dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write\b|\beval\(|new Function\(|crashReporter|autoUpdater/
  const found = sources.filter(({ text }) => unwanted.test(text)).map(({ name }) => name)
  expect(found).toEqual([])
})

test('developer tools are for those who build the app, and Electron is one version that was chosen', () => {
  const window = sources.find(({ name }) => name.endsWith('electron-window.ts'))
  expect(window?.text).toContain('devTools: !app.isPackaged')
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
})
