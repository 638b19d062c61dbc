import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measures } from '../../annotations/agreement/measures.ts'
import { byPlace } from '../../annotations/model/annotation.ts'
import { annotationsOn } from './article.ts'
import { figure, median, timed } from './measure.ts'
import { type Content, content, writeProject, writeSet } from './project.ts'
import type { Part } from './report.ts'

const documents = 2_000
const annotations = 50
const people = ['أحمد', 'سارة', 'ليث']

/** What another annotator would make of it: nine tenths the same, one tenth elsewhere. */
function as(annotator: string, { document, set }: Content, seed: number): Content {
  const kept = set.annotations.filter((_, at) => (at + seed) % 10 !== 0)
  const known = new Set(kept.map(({ id }) => id))
  const other = annotationsOn(document.text, annotations - kept.length, seed).map((one, at) => ({
    ...one,
    id: `other${at}`,
  }))
  const relations = set.relations.filter(({ from, to }) => known.has(from) && known.has(to))
  const own = { ...set, annotator, annotations: [...kept, ...other].sort(byPlace), relations }
  return { document, set: own }
}

/** The most memory a process has held so far, in MB; nothing where the system does not say. */
function peakOf(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1000
  } catch {
    return undefined
  }
}

/** A process of its own, start and all, as from a terminal. */
async function isnad(root: string, folder: string, args: string[]) {
  const env = { ...process.env, ISNAD_HOME: join(folder, 'home') }
  const program = [join(root, 'out', 'main', 'cli.js'), 'agreement', ...args]
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0) ?? 0)
  }, 50)
  const ms = await timed(() => once(child, 'exit'))
  clearInterval(watch)
  if (child.exitCode !== 0) throw new Error(`isnad agreement ended with ${child.exitCode}`)
  return { seconds: ms / 1000, peak }
}

/** Milliseconds of γ with 30 samples on one text with this many units an annotator. */
async function gammaTime(units: number, annotators: number): Promise<number> {
  let state = units * 31 + annotators
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const base = Array.from({ length: units }, () => ({
    at: Math.floor(next() * units * 40),
    long: 5 + Math.floor(next() * 25),
  }))
  const marks = Array.from({ length: annotators }, (_, annotator) =>
    base.map(({ at, long }) => {
      const start = at + Math.floor(next() * 4)
      return {
        annotator,
        start,
        end: start + long,
        category: 'abcd'[Math.floor(next() * 4)] ?? 'a',
      }
    }),
  ).flat()
  const times: number[] = []
  for (let run = 0; run < 3; run++)
    times.push(
      await timed(() =>
        measures.gamma.compute({ begin: 0, length: units * 40 + 40, units: marks }, { seed: 1 }),
      ),
    )
  return median(times)
}

/** D: the report of three annotators on 2,000 documents with 50 annotations each; and what γ costs. */
export async function measureAgreement(root: string, folder: string): Promise<Part> {
  const project = join(folder, 'agreement')
  const contents = Array.from({ length: documents }, (_, at) =>
    content({ bytes: 6_000, annotations }, 5_000 + at),
  )
  await writeProject(
    project,
    contents.map(one => as(people[0] ?? '', one, 1)),
  )
  for (const [at, one] of contents.entries())
    for (const [seed, name] of people.entries())
      if (seed > 0) await writeSet(project, as(name, one, 1 + seed * 7 + at))
  await isnad(root, folder, [project, '--json', '--resamples', '0'])
  const whole = await isnad(root, folder, [project, '--json'])
  const quick = await isnad(root, folder, [project, '--json', '--resamples', '0'])
  const rows: string[][] = [
    [
      'whole report, 500 resamples',
      figure(whole.seconds),
      whole.peak > 0 ? figure(whole.peak) : '–',
    ],
    ['without intervals', figure(quick.seconds), quick.peak > 0 ? figure(quick.peak) : '–'],
  ]
  for (const annotators of [2, 3, 4])
    for (const units of [50, 200, 800]) {
      const seconds = (await gammaTime(units, annotators)) / 1000
      rows.push([
        `γ, 30 samples: ${annotators} annotators × ${units} units in one text`,
        figure(seconds),
        '',
      ])
    }
  return {
    id: 'agreement',
    title: 'Agreement of three annotators on 2,000 documents',
    intro: `\`isnad agreement\` on ${people.length} annotators × ${documents.toLocaleString('en')} documents × ${annotations} annotations, everything but γ: the process from its start to its end, sets read from the disk and checked. γ: one text, its own samples of chance, medians of 3.`,
    columns: ['', 's', 'peak MB'],
    rows,
    ratios: [
      { name: 'whole report but γ', value: whole.seconds, target: 20, better: 'lower', unit: ' s' },
      { name: 'memory', value: whole.peak, target: 1000, better: 'lower', unit: ' MB' },
    ],
  }
}
