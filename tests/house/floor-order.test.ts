import { expect, test } from 'vitest'
import { importsOf, sourceFiles, sourceOf } from './imports.ts'

const floors = ['annotations', 'src-main', 'src-renderer'] as const
type Floor = (typeof floors)[number]

const imports = {
  annotations: sourceFiles('annotations').flatMap(importsOf),
  'src-main': sourceFiles('src-main').flatMap(importsOf),
  'src-renderer': sourceFiles('src-renderer').flatMap(importsOf),
}

const says = ({ from, to }: { from: string; to: string }) => `${from} imports ${to}`
const floorOf = (path: string) => floors.find(floor => path.startsWith(`${floor}/`))

test('every floor has imports to judge', () => {
  for (const floor of floors) expect(imports[floor].length).toBeGreaterThan(20)
})

test('a floor imports itself and annotations, and no other', () => {
  const wrong = floors.flatMap(floor =>
    imports[floor].filter(({ to }) => {
      const other = floorOf(to)
      return other !== undefined && other !== floor && other !== 'annotations'
    }),
  )
  expect(wrong.map(says)).toEqual([])
})

test('packages are on the floor where they belong', () => {
  const allowed: Record<Floor, RegExp> = {
    annotations:
      /^(zod|saxes|papaparse|yalps|pure-rand\/.+|graphology(-.+)?|@internationalized\/date)$/,
    'src-main':
      /^(node:.+|zod|lowdb|env-paths|chardet|linkedom|@mozilla\/readability|open|pino|rotating-file-stream|electron|chokidar|proper-lockfile|mammoth|yauzl|papaparse)$/,
    'src-renderer':
      /^(react|react-dom|react-aria-components|i18next|react-i18next|zustand|react-markdown|@tanstack|@fontsource|@observablehq)(\/.+)?$/,
  }
  const wrong = floors.flatMap(floor =>
    imports[floor].filter(({ to }) => !floorOf(to) && !allowed[floor].test(to)),
  )
  expect(wrong.map(says)).toEqual([])
})

test('Electron is in its shell and the preload alone, a server in the web shell alone', () => {
  const electron = imports['src-main'].filter(({ to }) => to === 'electron')
  for (const { from } of electron)
    expect(from).toMatch(/^src-main\/(preload|shells\/electron(-[a-z-]+)?)\.ts$/)
  const network = imports['src-main'].filter(({ to }) =>
    /^node:(http2?|https|net|tls|dgram|dns)(\/|$)/.test(to),
  )
  for (const { from } of network) expect(from).toMatch(/^src-main\/shells\/web(-[a-z]+)?\.ts$/)
})

test('shells are at the end: nothing but a shell imports one', () => {
  const wrong = imports['src-main'].filter(
    ({ from, to }) => to.startsWith('src-main/shells/') && !from.startsWith('src-main/shells/'),
  )
  expect(wrong.map(says)).toEqual([])
})

/** design.md, 2: a room imports its own storey and those before it. */
const rooms = [
  ['text'],
  ['arabic'],
  ['dates'],
  ['model'],
  ['actors'],
  ['merge'],
  ['claims', 'propositions', 'suggest', 'agreement', 'review', 'analysis', 'formats'],
  ['across'],
  ['api'],
]
const storeyOf = (path: string) =>
  rooms.findIndex(names => names.includes(path.split('/')[1] ?? ''))

test('the rooms of annotations are in their order', () => {
  for (const path of sourceFiles('annotations'))
    expect([path, storeyOf(path) >= 0]).toEqual([path, true])
  const wrong = imports.annotations.filter(
    ({ from, to }) => floorOf(to) === 'annotations' && storeyOf(to) > storeyOf(from),
  )
  expect(wrong.map(says)).toEqual([])
})

test('annotations reads no clock and throws no dice', () => {
  const chance = /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\bperformance\./
  for (const path of sourceFiles('annotations'))
    expect([path, chance.test(sourceOf(path))]).toEqual([path, false])
})

test('bridge.ts is the renderer’s only door', () => {
  const doors =
    /\bisnad\?|\bwindow\.isnad\b|\bfetch\(|\bEventSource\b|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bipcRenderer\b/
  const named = sourceFiles('src-renderer').filter(path => doors.test(sourceOf(path)))
  expect(named).toEqual(['src-renderer/bridge.ts'])
})

test('no guard is switched off in a file', () => {
  const off = /biome-ignore|@ts-(ignore|expect-error|nocheck)|eslint-disable/
  for (const floor of floors)
    for (const path of sourceFiles(floor))
      expect([path, off.test(sourceOf(path))]).toEqual([path, false])
})
