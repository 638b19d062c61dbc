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

type Series = { save: number[]; bare: number[]; durable: number[]; bytes: number; revision: number }

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
  const found: Series = { save: [], bare: [], durable: [], bytes: 0, revision }
  for (let at = 0; at < warmUp + count; at++) {
    const changes = [changeAt(at, what)]
    const asked = { project, documentId: id, annotator, revision: found.revision, changes }
    const save = await timed(async () => {
      found.revision = (await ask('sets.save', asked)).revision
    })
    const bytes = await readFile(path)
    const bare = await timed(() => bareWrite(beside, bytes))
    const durable = await timed(() => bareDurableWrite(beside, bytes))
    found.bytes = bytes.byteLength
    if (at < warmUp) continue
    found.save.push(save)
    found.bare.push(bare)
    found.durable.push(durable)
  }
  return found
}

/** B: an acknowledged save of a typical set, beside a bare write of the same bytes. */
export async function measureSave(root: string, folder: string): Promise<Part> {
  const project = join(folder, 'save')
  await writeProject(project, [typical, huge])
  const ask = await inProcess(folder, root)
  await ask('project.open', { folder: project })
  const usual = await series(ask, project, typical, { count: 200, warmUp: 30, revision: 1 })
  const long = await series(ask, project, huge, { count: 20, warmUp: 5, revision: 1 })

  const server = await serveApp(root, project, join(folder, 'user'))
  const over = await askOver(server.url)
  const { revision } = usual
  const overHttp = await series(over, project, typical, { count: 100, warmUp: 30, revision })
  await server.close()

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
      row('the same + fsync of the folder, as the app does', usual.durable, usual),
      row('`sets.save` over HTTP, to a web shell', overHttp.save, overHttp),
      row('`sets.save`, 10,000 annotations', long.save, long),
      row('bare write + fsync + rename of those', long.bare, long),
    ],
    ratios: [
      {
        name: 'save ÷ bare write, 200 annotations',
        value: median(usual.save) / median(usual.bare),
        target: 2,
        better: 'lower',
      },
    ],
  }
}
