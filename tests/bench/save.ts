import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { Change } from '../../annotations/model/change.ts'
import { type Ask, inProcess } from './app.ts'
import { figure, median, p95, timed } from './measure.ts'
import { annotator, type Content, content, writeProject } from './project.ts'
import type { Part } from './report.ts'
import { askOver, serveApp } from './served-app.ts'

const typical = content({ bytes: 6_000, annotations: 200 }, 11)
const huge = content({ bytes: 1_000_000, annotations: 10_000 }, 12)

/** The least that can be called a save: temporary file, flush, rename, by the calls the app uses. */
async function bareWrite(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.bare.tmp`
  const handle = await open(temporary, 'w')
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(temporary, path)
}

/** The same, and the folder flushed too, without which a rename may not survive a power cut. */
async function bareDurableWrite(path: string, bytes: Uint8Array): Promise<void> {
  await bareWrite(path, bytes)
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}

/** One change a save: an annotation of the set gets another attribute, as when an analyst corrects one. */
function changeAt(at: number, { set }: Content): Change {
  const actors = set.annotations.filter(({ label }) => label === 'actor')
  const annotation = actors[at % actors.length] as Annotation
  const kind = at % 2 === 0 ? 'person' : 'organisation'
  return { kind: 'put-annotation', annotation: { ...annotation, attributes: { kind } } }
}

type Series = { save: number[]; bare: number[]; bytes: number; revision: number }

/** Saves, and after each the same bytes written bare; the first `warmUp` are not counted. */
async function series(
  ask: Ask,
  project: string,
  what: Content,
  { count, warmUp, revision }: { count: number; warmUp: number; revision: number },
): Promise<Series> {
  const { id } = what.document
  const path = join(project, 'annotations', annotator, id.slice(0, 2), `${id}.json`)
  const beside = join(dirname(path), 'bare.json')
  const found: Series = { save: [], bare: [], bytes: 0, revision }
  for (let at = 0; at < warmUp + count; at++) {
    const changes = [changeAt(at, what)]
    const asked = {
      project,
      documentId: id,
      annotator,
      revision: found.revision,
      actions: [{ changes }],
    }
    const save = await timed(async () => {
      found.revision = (await ask('sets.save', asked)).revision
    })
    const bytes = await readFile(path)
    const bare = await timed(() => bareWrite(beside, bytes))
    found.bytes = bytes.byteLength
    if (at < warmUp) continue
    found.save.push(save)
    found.bare.push(bare)
  }
  return found
}

/** The other limits, one after another: the folder flushed too, and one line appended to a log and flushed. */
async function limits(
  folder: string,
  bytes: number,
): Promise<{ durable: number[]; line: number[] }> {
  const found: { durable: number[]; line: number[] } = { durable: [], line: [] }
  const content = Buffer.alloc(bytes, 'a')
  const log = await open(join(folder, 'bare.log'), 'w')
  for (let at = 0; at < 300; at++) {
    found.durable.push(await timed(() => bareDurableWrite(join(folder, 'bare.json'), content)))
    found.line.push(
      await timed(async () => {
        await log.write(content, 0, 600)
        await log.datasync()
      }),
    )
  }
  await log.close()
  return found
}

/** B: an acknowledged save of a typical set, beside a bare write of the same bytes. */
export async function measureSave(root: string, folder: string): Promise<Part> {
  const project = join(folder, 'save')
  await writeProject(project, [typical, huge])
  const ask = await inProcess(folder, root)
  await ask('project.open', { folder: project })
  const usual = await series(ask, project, typical, { count: 1000, warmUp: 200, revision: 1 })
  const long = await series(ask, project, huge, { count: 20, warmUp: 5, revision: 1 })

  // One writer at a time: what saved here lets go before the web shell takes the same sets up.
  await ask('project.annotate-as', { project, annotator })
  const server = await serveApp(root, project, join(folder, 'user'))
  const { revision } = usual
  const overHttp = await askOver(server.url)
    .then(over => series(over, project, typical, { count: 100, warmUp: 30, revision }))
    .finally(server.close)

  const { durable, line } = await limits(folder, usual.bytes)

  const row = (name: string, values: number[], { bare }: Series) => [
    name,
    figure(median(values)),
    figure(p95(values)),
    figure(median(values) / median(bare)),
  ]
  return {
    id: 'save',
    title: 'An acknowledged save',
    intro: `One change a save, through \`sets.save\` as every shell calls it; after each save, the very same bytes written bare. A typical set has 200 annotations (a file of ${figure(usual.bytes / 1000)} KB, ${usual.save.length} saves), the set of a 1 MB article 10,000 (${figure(long.bytes / 1e6)} MB, ${long.save.length} saves).`,
    columns: ['', 'median ms', 'p95 ms', '× bare'],
    rows: [
      row('`sets.save`, 200 annotations', usual.save, usual),
      row('bare write + fsync + rename of the same bytes', usual.bare, usual),
      row('the same + fsync of the folder', durable, usual),
      row('a line appended to a log + fdatasync', line, usual),
      row('`sets.save` over HTTP, to a web shell', overHttp.save, overHttp),
      row('`sets.save`, 10,000 annotations', long.save, long),
      row('bare write + fsync + rename of those', long.bare, long),
    ],
    ratios: [
      {
        name: 'save, its line in the action log included, ÷ bare write, 200 annotations',
        value: median(usual.save) / median(usual.bare),
        target: 2,
        better: 'lower',
      },
    ],
  }
}
