/** Who must refuse a line: Biome by its rule, the compiler, or both. */
export type Guard = 'imports' | 'protocol' | 'compiler'

export type Line = { file: string; source: string; refusedBy: Guard[] }

export const bad: Line[] = [
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

export const good: Line[] = [
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
