import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inProcess } from './app.ts'
import { figure, median, timed } from './measure.ts'
import { content, writeProject } from './project.ts'
import type { Part } from './report.ts'

const documents = 500
const annotations = 200
const runs = 7

/** The least that can be called an export: each line's value turned into JSON and written to a stream, and flushed. */
async function bareExport(path: string, values: readonly unknown[]): Promise<void> {
  const file = createWriteStream(path)
  for (const value of values)
    if (!file.write(`${JSON.stringify(value)}\n`)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}

/** C: 100,000 annotations exported, beside turning the same values into JSON and writing them. */
export async function measureExport(root: string, folder: string): Promise<Part> {
  const project = join(folder, 'export')
  const contents = Array.from({ length: documents }, (_, at) =>
    content({ bytes: 6_000, annotations }, 1000 + at),
  )
  await writeProject(project, contents)
  const ask = await inProcess(folder, root)
  const out = join(folder, 'export.jsonl')
  const beside = join(folder, 'bare.jsonl')
  const exported = () =>
    ask('export.run', { project, job: 'bench', format: 'isnad', out, overwrite: true })

  const { bytes, lines, annotations: count } = await exported()
  const text = await readFile(out, 'utf8')
  const values = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)

  const times = { app: [] as number[], bare: [] as number[] }
  for (let at = -2; at < runs; at++) {
    const app = await timed(exported)
    const bare = await timed(() => bareExport(beside, values))
    if (at < 0) continue
    times.app.push(app)
    times.bare.push(bare)
  }
  if ((await readFile(beside, 'utf8')) !== text)
    throw new Error('the bare export wrote other bytes')
  await rm(beside)

  const rate = (values: readonly number[]) => bytes / 1000 / median(values)
  const row = (name: string, values: number[]) => [
    name,
    figure(median(values)),
    figure(rate(values)),
    figure(rate(values) / rate(times.bare)),
  ]
  return {
    id: 'export',
    title: 'Exporting 100,000 annotations',
    intro: `${count.toLocaleString('en')} annotations in ${lines} sets (${figure(bytes / 1e6)} MB of JSONL) through \`export.run\`, files read from the disk, checked and written durably; beside it \`JSON.stringify\` of the very same lines, ready in memory, written to a stream and flushed. Medians of ${runs}.`,
    columns: ['', 'ms', 'MB/s', '× bare'],
    rows: [
      row('`export.run`', times.app),
      row('bare `JSON.stringify` + write + fsync', times.bare),
    ],
    ratios: [
      {
        name: 'export ÷ bare, rates',
        value: rate(times.app) / rate(times.bare),
        target: 0.5,
        better: 'higher',
      },
    ],
  }
}
