import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { figure } from './measure.ts'

export type Ratio = {
  name: string
  value: number
  target: number
  better: 'lower' | 'higher'
  unit?: string
}

/** What one part of the bench found. */
export type Part = {
  id:
    | 'open'
    | 'save'
    | 'export'
    | 'agreement'
    | 'corpus'
    | 'search'
    | 'review'
    | 'register'
    | 'dates'
    | 'suggest'
    | 'across'
  title: string
  intro: string
  columns: string[]
  rows: string[][]
  ratios: Ratio[]
  notes?: string[]
}

const order: Part['id'][] = [
  'open',
  'corpus',
  'save',
  'export',
  'agreement',
  'search',
  'review',
  'register',
  'dates',
  'across',
  'suggest',
]

const head = `# Benchmarks

Written by \`npm run bench\` (\`npm run bench -- open|corpus|save|export|agreement|search|review|register|across|suggest|dates\` for one part); each part says when and where it was
measured. How: \`tests/bench/\`. All texts and annotations are generated from fixed seeds, so every run measures the same.
`

const table = (rows: readonly string[][]) => rows.map(row => `| ${row.join(' | ')} |`).join('\n')

export const met = ({ value, target, better }: Ratio) =>
  better === 'lower' ? value <= target : value >= target

function ratioRow(ratio: Ratio): string[] {
  const { name, value, target, better, unit = '' } = ratio
  const wanted = `${better === 'lower' ? '≤' : '≥'} ${target}${unit}`
  return [name, `**${figure(value)}${unit}**`, wanted, met(ratio) ? 'yes' : 'no']
}

function machine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${platform()} ${release()} ${arch()}, ${availableParallelism()} × ${processor}, ${memory}, Node ${process.versions.node}`
}

/** A part as it stands in the report. */
export function sectionOf(part: Part, load: number): string {
  const { title, intro, columns, rows, ratios, notes = [] } = part
  return [
    `## ${title}`,
    intro,
    table([
      ['', 'measured', 'target', 'met'],
      ['---', '--:', '--:', '---'],
      ...ratios.map(ratioRow),
    ]),
    table([columns, columns.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]),
    ...(notes.length > 0 ? [notes.map(note => `- ${note}`).join('\n')] : []),
    `*${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine()}; load average when it began ${load.toFixed(1)}.*`,
  ].join('\n\n')
}

/** How busy the machine is with other things. */
export const loadNow = () => loadavg()[0] ?? 0

const fence = (id: Part['id']) => `<!-- ${id} -->`

/** Put parts into the report; those that were not measured now stay as they are. */
export function writeReport(path: string, sections: ReadonlyMap<Part['id'], string>): void {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const kept = (id: Part['id']) => {
    const from = old.indexOf(fence(id))
    if (from === -1) return undefined
    const end = old.indexOf('<!-- ', from + 5)
    return old.slice(from + fence(id).length, end === -1 ? undefined : end).trim()
  }
  const bodies = order.flatMap(id => {
    const section = sections.get(id) ?? kept(id)
    return section ? [`${fence(id)}\n\n${section}\n`] : []
  })
  writeFileSync(path, [head, ...bodies].join('\n'))
}
