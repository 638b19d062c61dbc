import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import type { Row } from './part.ts'
import { parts } from './parts.ts'

const columns = [
  ['fault', 'runs', 'edits acknowledged', 'edits lost', 'projects unopened'],
  ['readers fuzzed', 'inputs', 'crashes', 'hangs', 'notes'],
].flat()

const count = (value: number | undefined) =>
  value === undefined ? '–' : value.toLocaleString('en-US')

const cellsOf = (row: Row): string[] => [
  row.fault,
  count(row.runs),
  count(row.acknowledged),
  count(row.lost),
  count(row.unopened),
  count(row.readers),
  count(row.inputs),
  count(row.crashes),
  count(row.hangs),
  row.notes ?? '',
]

/** The table for a terminal. */
export function printed(rows: readonly Row[]): string {
  const cells = [columns, ...rows.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...cells.map(row => row[at]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd : cell.padStart).call(cell, widths[at] ?? 0))
  return cells.map(row => line(row).join('  ').trimEnd()).join('\n')
}

function machine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${platform()} ${release()}, ${availableParallelism()} × ${processor}, ${memory}, Node ${process.versions.node}`
}

const head = `# What was done to it

Written by \`npm run faults\` (\`npm run faults -- PART\` for one part; \`--seconds N\` for each thing that is fuzzed, 60 by
default). How: \`tests/faults/\`; the same in a bounded form runs with every \`npm test\`. Edits lost, projects unopened,
crashes and hangs must be zero.
`

/** Rows carry their part where no reader sees it, so that those of parts not run now can be kept. */
const mark = (id: string) => `<!-- ${id} -->`

/** From here on the page is written by people, and left as it is. */
const byHand = '## By hand'

/** What a part found; of one of which single things were asked for, the other rows of the page stay. */
export type Done = Map<string, { rows: readonly Row[]; whole: boolean; when: string }>

const faultOf = (line: string) => line.split(' | ')[0]?.replace(/^\| /, '')

export function writeReport(path: string, done: Done): void {
  const old = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const linesOf = (id: string): string[] => {
    const kept = old.filter(line => line.endsWith(mark(id)))
    const found = done.get(id)
    if (!found) return kept
    const made = new Map(
      found.rows.map(row => [
        row.fault,
        `| ${[...cellsOf(row), found.when].join(' | ')} | ${mark(id)}`,
      ]),
    )
    if (found.whole) return [...made.values()]
    const there = kept.map(line => made.get(faultOf(line) ?? '') ?? line)
    return [...there, ...[...made.values()].filter(line => !there.includes(line))]
  }
  const header = [...columns, 'when (UTC)']
  const rule = header.map((_, at) => (at === 0 || at >= columns.length - 1 ? '---' : '--:'))
  const table = [header, rule].map(cells => `| ${cells.join(' | ')} |`)
  const body = [...table, ...parts.flatMap(({ id }) => linesOf(id))].join('\n')
  const at = old.indexOf(byHand)
  const more = at === -1 ? '' : `\n${old.slice(at).join('\n')}`
  const foot = `*${machine()}.* A star: while others worked on the machine.`
  writeFileSync(path, `${head}\n${body}\n\n${foot}\n${more}`)
}
