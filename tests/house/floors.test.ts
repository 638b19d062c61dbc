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
import { repository } from './imports.ts'

/** Who must refuse a line: Biome by its rule, the compiler, or both. */
type Guard = 'imports' | 'protocol' | 'compiler'
type Line = { file: string; source: string; refusedBy: Guard[] }

const bad: Line[] = [
  {
    file: 'annotations/model/bad-node.ts',
    source: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'annotations/model/bad-node-effect.ts',
    source: "import 'node:fs'",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'annotations/model/bad-bare.ts',
    source: "import { readFileSync } from 'fs'\nexport const read = readFileSync",
    refusedBy: ['protocol', 'compiler'],
  },
  {
    file: 'annotations/model/bad-bare-deep.ts',
    source: "import { readFile } from 'fs/promises'\nexport const read = readFile",
    refusedBy: ['protocol', 'compiler'],
  },
  {
    file: 'annotations/model/bad-electron.ts',
    source: "import { app } from 'electron'\nexport const name = app.name",
    refusedBy: ['imports'],
  },
  {
    file: 'annotations/model/bad-react.ts',
    source: "import { useState } from 'react'\nexport const use = useState",
    refusedBy: ['imports'],
  },
  {
    file: 'annotations/model/bad-lowdb.ts',
    source: "import { Low } from 'lowdb'\nexport const low = Low",
    refusedBy: ['imports'],
  },
  {
    file: 'annotations/model/bad-upwards.ts',
    source: "import { goal } from '../../src-main/handlers/goal.ts'\nexport const use = goal",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'annotations/model/bad-page.ts',
    source: 'export const title = () => document.title',
    refusedBy: ['compiler'],
  },
  {
    file: 'annotations/model/bad-page-type.ts',
    source: 'export const text = (node: HTMLElement) => node.nodeName',
    refusedBy: ['compiler'],
  },
  {
    file: 'annotations/model/bad-process.ts',
    source: 'export const here = () => process.cwd()',
    refusedBy: ['compiler'],
  },
  {
    file: 'annotations/model/bad-fetch.ts',
    source: "export const get = () => fetch('https://example.com')",
    refusedBy: ['compiler'],
  },
  {
    file: 'src-main/handlers/bad-electron.ts',
    source: "import { app } from 'electron'\nexport const name = app.name",
    refusedBy: ['imports'],
  },
  {
    file: 'src-main/handlers/bad-electron-type.ts',
    source: "import type { App } from 'electron'\nexport type Name = App['name']",
    refusedBy: ['imports'],
  },
  {
    file: 'src-main/shells/bad-web.ts',
    source: "import { app } from 'electron'\nexport const name = app.name",
    refusedBy: ['imports'],
  },
  {
    file: 'src-main/handlers/bad-react.ts',
    source: "import { createElement } from 'react'\nexport const make = createElement",
    refusedBy: ['imports'],
  },
  {
    file: 'src-main/shells/electron-bad.ts',
    source: "import { createElement } from 'react'\nexport const make = createElement",
    refusedBy: ['imports'],
  },
  {
    file: 'src-main/handlers/bad-upwards.ts',
    source: "import { goal } from '../../src-renderer/views/goal.ts'\nexport const use = goal",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'src-main/handlers/bad-page.ts',
    source: 'export const title = () => document.title',
    refusedBy: ['compiler'],
  },
  {
    file: 'src-main/handlers/bad-bare.ts',
    source: "import { readFileSync } from 'fs'\nexport const read = readFileSync",
    refusedBy: ['protocol'],
  },
  {
    file: 'src-renderer/views/bad-main.ts',
    source: "import { goal } from '../../src-main/handlers/goal.ts'\nexport const use = goal",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'src-renderer/views/bad-main-effect.ts',
    source: "import '../../src-main/handlers/goal.ts'",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'src-renderer/views/bad-node.ts',
    source: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
    refusedBy: ['imports', 'compiler'],
  },
  {
    file: 'src-renderer/views/bad-bare.ts',
    source: "import { readFileSync } from 'fs'\nexport const read = readFileSync",
    refusedBy: ['protocol', 'compiler'],
  },
  {
    file: 'src-renderer/views/bad-electron.ts',
    source: "import { ipcRenderer } from 'electron'\nexport const ipc = ipcRenderer",
    refusedBy: ['imports'],
  },
  {
    file: 'src-renderer/views/bad-process.ts',
    source: 'export const here = () => process.cwd()',
    refusedBy: ['compiler'],
  },
]

const good: Line[] = [
  // What the bad lines reach for on other floors.
  { file: 'src-main/handlers/goal.ts', source: 'export const goal = 1' },
  { file: 'src-renderer/views/goal.ts', source: 'export const goal = 1' },
  {
    file: 'annotations/model/good.ts',
    source: "import { z } from 'zod'\nexport const good = z.string()",
  },
  {
    file: 'src-main/handlers/good.ts',
    source:
      "import { readFileSync } from 'node:fs'\nimport { good as schema } from '../../annotations/model/good.ts'\nexport const good = () => schema.parse(readFileSync('x', 'utf8'))",
  },
  {
    file: 'src-main/shells/electron-good.ts',
    source: "import { app } from 'electron'\nexport const name = () => app.name",
  },
  {
    file: 'src-main/preload.ts',
    source: "import { ipcRenderer } from 'electron'\nexport const ipc = ipcRenderer",
  },
  {
    file: 'src-renderer/views/good.ts',
    source:
      "import { useState } from 'react'\nimport { good as schema } from '../../annotations/model/good.ts'\nexport const good = () => [useState, schema, document.title]",
  },
].map(line => ({ ...line, refusedBy: [] }))

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
