import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bad, type Guard, good, type Line } from './floor-lines.ts'
import { repository } from './imports.ts'

const rule: Record<Exclude<Guard, 'compiler'>, string> = {
  imports: 'lint/style/noRestrictedImports',
  protocol: 'lint/style/useNodejsImportProtocol',
}

const floors = ['annotations', 'src-main', 'src-renderer']
let house: string

/** By file: what each guard said. */
let lint: Map<string, string[]>

let compiler: Map<string, string[]>

/** A house with our walls and other furniture: the real configuration, the packages, and these lines. */
function build() {
  house = mkdtempSync(join(tmpdir(), 'isnad-house-'))
  for (const file of ['biome.json', '.gitignore', 'tsconfig.base.json', 'package.json'])
    cpSync(join(repository, file), join(house, file))
  for (const floor of floors) {
    mkdirSync(join(house, floor))
    cpSync(join(repository, floor, 'tsconfig.json'), join(house, floor, 'tsconfig.json'))
  }
  // Linked one by one: the compiler's own cache must not be ours.
  mkdirSync(join(house, 'node_modules'))
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(
        join(repository, 'node_modules', name),
        join(house, 'node_modules', name),
        'junction',
      )
}

function furnish(lines: Line[]) {
  for (const { file, source } of lines) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${source}\n`)
  }
}

function run(program: string, args: string[]): string {
  const path = join(repository, 'node_modules', program)
  const ran = spawnSync(process.execPath, [path, ...args], { cwd: house, encoding: 'utf8' })
  if (ran.stdout === '') throw new Error(`${program} said nothing: ${ran.stderr}`)
  return ran.stdout
}

function note(said: Map<string, string[]>, file: string, what: string) {
  const path = file.replaceAll('\\', '/')
  said.set(path, [...(said.get(path) ?? []), what])
}

beforeAll(() => {
  build()
  // A package that only lint refuses would bring its own types of Node along, and excuse the other lines.
  furnish([...good, ...bad.filter(({ refusedBy }) => refusedBy.includes('compiler'))])
  compiler = new Map()
  const said = run('typescript/bin/tsc', ['-b', ...floors, '--pretty', 'false'])
  for (const [, file = '', code = ''] of said.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm))
    note(compiler, file, code)
  // A file that two others reach for is complained about once, and both are named below.
  for (const [, file = ''] of said.matchAll(/^ +Imported via .* from file '(.+)'$/gm))
    note(compiler, relative(realpathSync(house), file), 'reached for')

  furnish(bad)
  lint = new Map()
  const args = ['lint', '--reporter=json', '--max-diagnostics=none']
  for (const { category, location, severity } of JSON.parse(run('@biomejs/biome/bin/biome', args))
    .diagnostics)
    if (severity === 'error') note(lint, String(location.path?.file ?? location.path), category)
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('a bad line is refused', () => {
  for (const { file, source, refusedBy } of bad)
    test(`${file}: ${source.split('\n')[0]}`, () => {
      for (const guard of refusedBy) {
        const said = guard === 'compiler' ? compiler.get(file) : lint.get(file)
        if (guard === 'compiler') expect(said ?? []).not.toEqual([])
        else expect(said ?? []).toContain(rule[guard])
      }
    })
})

describe('a good line is not', () => {
  for (const { file } of good)
    test(file, () => {
      expect(lint.get(file) ?? []).toEqual([])
      expect(compiler.get(file) ?? []).toEqual([])
    })
})
