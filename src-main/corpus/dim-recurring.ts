import { grouped } from '../../annotations/analysis/grouped.ts'
import { lineCandidates, lineKey, ownProse } from '../../annotations/analysis/line-candidates.ts'
import {
  differentArticles,
  fewest,
  type RecurringLine,
  recurringLines,
} from '../../annotations/analysis/recurring-lines.ts'
import type { DocumentEntry, RecurringReport } from '../../annotations/api/views.ts'
import { type Fingerprint, fingerprint } from '../../annotations/arabic/fingerprint.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Region } from '../../annotations/model/document.ts'
import { givenBack, withRecurring } from '../../annotations/model/recurring-regions.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'

/** So many documents that have a line say whether they are different articles. */
const witnesses = 64
const width = 8
/** Lines that are named in a report. */
const named = 200

type Listed = Pick<DocumentEntry, 'id' | 'outlet' | 'url'>

/** Whose page it is: the outlet as it is called, or where it stands. */
function outletOf({ outlet, url }: Listed): string {
  if (outlet !== undefined) return fold(outlet).folded.trim()
  return url !== undefined && URL.canParse(url) ? new URL(url).host : ''
}

/** One document that cannot be read is passed over: its opening says what is wrong with it. */
async function unlessUnreadable<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (failureOf(error).code === 'internal') throw error
    return undefined
  }
}

/** Recurring lines of an outlet that stand in different articles, and not in copies of one. */
async function furnitureOf({ documents, lines }: OpenProject, ids: readonly string[]) {
  const found = recurringLines(await lines.of(ids))
  const prints = new Map<string, Promise<Fingerprint | undefined>>()
  const printOf = (id: string) => {
    const print =
      prints.get(id) ??
      unlessUnreadable(
        documents.read(id).then(({ text }) => fingerprint(fold(ownProse(text)).folded)),
      )
    prints.set(id, print)
    return print
  }
  const kept: RecurringLine[] = []
  for (const line of found) {
    const some = await inParallel(line.documents.slice(0, witnesses), width, printOf)
    if (differentArticles(some) >= fewest) kept.push(line)
  }
  return kept
}

type Count = { line: string; outlets: Set<string>; documents: number; marked: number }

const isMark = ({ by }: Region) => by === 'recurrence'
const places = (regions: readonly Region[]) =>
  regions
    .filter(isMark)
    .map(({ start, end }) => `${start}-${end}`)
    .join(' ')

/** Dims in one document the lines that are to be, and no others; what it did is counted. */
async function dim(
  { documents }: OpenProject,
  { id, outlet }: Listed,
  wanted: readonly RecurringLine[],
  counts: Map<string, Count>,
): Promise<boolean> {
  const before = await documents.readRecord(id)
  if (wanted.length === 0 && !before.regions.some(isMark)) return false
  const { text, author } = await documents.read(id)
  const byKey = new Map(wanted.map(line => [line.key, line]))
  // Who wrote it is no furniture, wherever the name stands.
  if (author !== undefined) byKey.delete(lineKey(author))
  const found = findRegions(text)
  const title = found.find(({ kind }) => kind === 'title')
  const lines = lineCandidates(text, found).filter(({ key, edge }) => {
    const line = byKey.get(key)
    return line !== undefined && (edge || line.anywhere)
  })
  const had = places(before.regions)
  const marked = (old: readonly Region[]) => withRecurring(old, lines, title)
  const isOther = places(marked(before.regions)) !== had
  const { regions } = isOther ? await documents.mark(id, marked) : before
  const old = new Set(had.split(' '))
  for (const { start, end } of regions.filter(isMark)) {
    const line = text.slice(start, end)
    const key = lineKey(line)
    const count = counts.get(key) ?? { line, outlets: new Set(), documents: 0, marked: 0 }
    counts.set(key, count)
    count.documents++
    if (!old.has(`${start}-${end}`)) count.marked++
    if (outlet !== undefined) count.outlets.add(outlet)
  }
  return isOther
}

function reported(changed: string[], counts: ReadonlyMap<string, Count>): RecurringReport {
  const lines = [...counts]
    .map(([key, { outlets, ...count }]) => ({ key, ...count, outlets: [...outlets].sort() }))
    .sort((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1))
  return {
    marked: lines.reduce((sum, { marked }) => sum + marked, 0),
    documents: changed.sort(),
    lines: lines.slice(0, named),
  }
}

/**
 * Dims the lines that recur in many documents of an outlet, in all outlets or in those of the documents `of`. The marks
 * are the same for the same documents, in whatever order they came.
 */
export async function dimRecurring(
  project: OpenProject,
  of: readonly string[] | 'all',
  job: Pick<Job, 'progress' | 'check'>,
): Promise<RecurringReport> {
  const { index, lines } = project
  const asked = of === 'all' ? undefined : new Set(of)
  const outlets = [...grouped(index.documents(), outletOf).values()].filter(
    documents => !asked || documents.some(({ id }) => asked.has(id)),
  )
  const total = outlets.reduce((sum, documents) => sum + documents.length, 0)
  const changed: string[] = []
  const counts = new Map<string, Count>()
  let done = 0
  try {
    for (const documents of outlets) {
      job.check()
      const ids = documents.map(({ id }) => id)
      const furniture = ids.length < fewest ? [] : await furnitureOf(project, ids)
      const wanted = grouped(
        furniture.flatMap(line => line.documents.map(id => ({ id, line }))),
        ({ id }) => id,
      )
      await inParallel(documents, width, async document => {
        const { id } = document
        const here = wanted.get(id)?.map(({ line }) => line) ?? []
        const signature = here.map(({ key, anywhere }) => `${anywhere ? '*' : ''}${key}`).join('\n')
        // Whatever an import finds done was done; asked for all, every record is looked at.
        if (!asked || ((await lines.dimmed(id)) ?? '') !== signature) {
          if (await unlessUnreadable(dim(project, document, here, counts))) changed.push(id)
          await lines.setDimmed(id, signature)
        }
        job.progress(++done, total)
      })
    }
  } finally {
    await lines.write()
  }
  return reported(changed, counts)
}

/** A job nobody waits for: what is in is in, and is seen through. */
const unheard = { progress() {}, check() {} }

/** What new documents show to be furniture, in them and in others; undefined where it is nothing. */
export async function dimAfterImport(
  project: OpenProject,
  added: readonly string[],
): Promise<RecurringReport | undefined> {
  if (added.length === 0) return undefined
  const report = await dimRecurring(project, added, unheard)
  if (report.documents.length === 0) return undefined
  return { ...report, lines: report.lines.filter(({ marked }) => marked > 0) }
}

/** Gives lines dimmed by `dimRecurring` back to the body, all or those with these keys; whose they were is the answer. */
export async function giveBack(
  { documents, index }: OpenProject,
  keys: readonly string[] | undefined,
  job: Pick<Job, 'progress' | 'check'>,
): Promise<string[]> {
  const chosen = keys && new Set(keys)
  const all = index.documents().map(({ id }) => id)
  const changed: string[] = []
  let done = 0
  await inParallel(all, width, async id => {
    job.check()
    job.progress(++done, all.length)
    const record = await unlessUnreadable(documents.readRecord(id))
    if (!record?.regions.some(isMark)) return
    const text = chosen && (await documents.read(id)).text
    const isChosen = ({ start, end }: Region) =>
      text === undefined || chosen?.has(lineKey(text.slice(start, end))) === true
    if (!record.regions.some(region => isMark(region) && isChosen(region))) return
    await documents.mark(id, old => givenBack(old, isChosen))
    changed.push(id)
  })
  return changed.sort()
}
