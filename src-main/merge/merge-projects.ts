import { copyFile, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { MergedFileReport, MergeReport } from '../../annotations/api/merging.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { theFuller } from '../../annotations/merge/canonical-text.ts'
import type { LogEntry } from '../../annotations/model/action.ts'
import { clashing } from '../../annotations/model/annotator.ts'
import { storedActor, storedProject, storedSet } from '../../annotations/model/stored.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { digestOf } from '../storage/document-store.ts'
import { readStored } from '../storage/json-file.ts'
import { entryLine, headingLine } from '../storage/log-lines.ts'
import { type ProjectPaths, projectPaths } from '../storage/paths.ts'
import { projectFolder } from '../storage/read-project.ts'
import { refuseLinks } from '../storage/refuse-links.ts'
import { makeFolder, replaceFile } from '../storage/replace-file.ts'
import { mergeVersions, readText, type Version } from './merge-versions.ts'
import { halfOf, putInPlace, sweepHalves } from './merged-place.ts'
import { copyOf, isRecord, projectTree, setAt } from './project-tree.ts'
import { pastOf } from './set-past.ts'

type Tree = { paths: ProjectPaths; files: Map<string, string>; from: 'a' | 'b' }

async function treeOf(folder: string, from: 'a' | 'b'): Promise<Tree> {
  const paths = await projectFolder(folder)
  await refuseLinks(paths)
  const files = await projectTree(paths.folder)
  if (!files.has('project.json')) throw appError('not-a-project', { file: paths.folder })
  return { paths, files, from }
}

/** Every file that claims a place, second copies left by other programs among them. */
function claims(trees: readonly Tree[]): Map<string, { tree: Tree; path: string }[]> {
  const places = new Map<string, { tree: Tree; path: string }[]>()
  for (const tree of trees)
    for (const [place, path] of tree.files) {
      const at = copyOf(place, known => trees.some(({ files }) => files.has(known))) ?? place
      const claim = { tree, path }
      const list = places.get(at) ?? []
      places.set(at, [...list, claim])
    }
  // The file itself before its copies, of the first tree before the second.
  for (const [place, list] of places) {
    const isCopy = ({ tree, path }: { tree: Tree; path: string }) => tree.files.get(place) !== path
    places.set(place, [...list.filter(one => !isCopy(one)), ...list.filter(isCopy)])
  }
  return places
}

async function versionOf(
  { tree, path }: { tree: Tree; path: string },
  place: string,
  isCopy: boolean,
): Promise<Version> {
  const set = setAt(place)
  const past =
    set && !isCopy ? await pastOf(tree.paths, set.annotator, set.documentId) : { log: [] }
  return { path, text: await readText(path), past, from: tree.from }
}

const logPlace = /^\.isnad\/log\//

async function writeLog(out: ProjectPaths, place: string, log: readonly LogEntry[]): Promise<void> {
  const of = setAt(place)
  if (!of || log.length === 0) return
  await replaceFile(
    out.log(of.annotator, of.documentId),
    headingLine(of) + log.map(entryLine).join(''),
  )
}

const asideIn = (out: ProjectPaths, place: string, from: string) =>
  join(out.merged, from, ...place.split('/'))

async function copyTo(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to))
  await copyFile(from, to)
}

/** Two files that no format of ours tells how to merge: an article's text by its digest, whatever else by its length. */
async function chosenOf(
  place: string,
  a: string,
  b: string,
): Promise<{ chosen: string; other?: string }> {
  const [one, two] = [await readFile(a), await readFile(b)]
  if (one.equals(two)) return { chosen: a }
  const id = /([0-9a-f]{16})\.txt$/.exec(place)?.[1]
  const isRight = (bytes: Buffer) => id !== undefined && digestOf(bytes).startsWith(`sha256:${id}`)
  if (isRight(one) !== isRight(two))
    return isRight(one) ? { chosen: a, other: b } : { chosen: b, other: a }
  const [first, second] = [one.toString('latin1'), two.toString('latin1')]
  return theFuller(first, second) === first ? { chosen: a, other: b } : { chosen: b, other: a }
}

/** What is there and does not fit together. */
async function notesOn(
  out: ProjectPaths,
  places: Iterable<string>,
  trees: readonly Tree[],
): Promise<MergeReport['notes']> {
  const notes: MergeReport['notes'] = []
  const [one, two] = await Promise.all(
    trees.map(({ paths }) => readStored(paths.project, storedProject).catch(() => undefined)),
  )
  if (one && two && one.id !== two.id)
    notes.push({
      kind: 'other-project',
      file: 'project.json',
      detail: `${one.title} · ${two.title}`,
    })
  const actors = new Map<string, string>()
  const people = new Set<string>()
  const all = [...places]
  const there = new Set(all)
  for (const place of all) {
    const set = setAt(place)
    if (set) {
      people.add(set.annotator)
      const record = `documents/${set.documentId.slice(0, 2)}/${set.documentId}.json`
      const parsed = storedSet.parse(await readText(join(out.folder, ...place.split('/'))))
      if (!there.has(record))
        notes.push({ kind: 'no-document', file: place, detail: set.documentId })
      else if (parsed.ok && !parsed.value.textDigest.startsWith(`sha256:${set.documentId}`))
        notes.push({ kind: 'other-text', file: place, detail: parsed.value.textDigest })
    }
    if (/^actors\/[^/]+\.json$/.test(place)) {
      const parsed = storedActor.parse(await readText(join(out.folder, ...place.split('/'))))
      if (!parsed.ok) continue
      const name = `${parsed.value.kind} ${fold(parsed.value.name.ar).folded}`
      const known = actors.get(name)
      if (known !== undefined)
        notes.push({
          kind: 'same-actor-twice',
          file: place,
          detail: `${known} · ${parsed.value.name.ar}`,
        })
      actors.set(name, place)
    }
  }
  for (const name of people) {
    const other = clashing(name, people)
    if (other !== undefined && name < other)
      notes.push({ kind: 'name-clash', file: `annotations/${name}`, detail: other })
  }
  return notes
}

async function refuseTaken(out: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders)
    if (out === folder || out.startsWith(folder + sep))
      throw appError('inside-project', { file: out })
  const names = await readdir(out).catch((error): string[] => {
    if (error.code === 'ENOENT') return []
    throw new AppError(failureOf(error, out))
  })
  if (names.includes('project.json')) throw appError('project-exists', { file: out })
  if (names.length > 0) throw appError('folder-not-empty', { file: out })
}

/**
 * Two copies of a project made one, in a folder of its own; the copies stay as they are. What one has the other gets;
 * what both changed is merged by id; what cannot be merged is in its place as one has it and lies aside as the other does.
 */
export async function mergeProjects(
  folders: { a: string; b: string; out: string },
  job: Pick<Job, 'progress' | 'check'>,
): Promise<MergeReport> {
  const target = resolve(folders.out)
  const trees = [await treeOf(folders.a, 'a'), await treeOf(folders.b, 'b')]
  await refuseTaken(
    target,
    trees.map(({ paths }) => paths.folder),
  )
  await sweepHalves(target)
  const half = halfOf(target)
  const out = projectPaths(half)
  const files: MergedFileReport[] = []
  let same = 0
  try {
    const places = [...claims(trees)].sort(([a], [b]) => (a < b ? -1 : 1))
    const plain = places.filter(([place]) => !logPlace.test(place))
    for (const [at, [place, found]] of plain.entries()) {
      job.check()
      job.progress(at, plain.length, place)
      const done = await mergePlace(out, place, found)
      if (done) files.push(done)
      else same++
    }
    const made = plain.map(([place]) => place)
    const notes = await notesOn(out, made, trees)
    await makeFolder(dirname(target))
    await putInPlace(half, target)
    const count = (pattern: RegExp) => made.filter(place => pattern.test(place)).length
    job.progress(plain.length, plain.length)
    return {
      out: target,
      documents: count(/^documents\/.+\.json$/),
      sets: made.filter(place => setAt(place)).length,
      same,
      files,
      notes,
    }
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => {})
    throw new AppError(failureOf(error))
  }
}

/**
 * What both copies of a record that is no set began from: the newest state that both have kept. One of which nothing was
 * ever kept, where the other was edited, is as it was at first.
 */
async function baseOf(
  place: string,
  found: readonly { tree: Tree; path: string }[],
): Promise<string | undefined> {
  const [first, second] = found
  if (!first || !second || first.tree === second.tree) return undefined
  const prefix = `.isnad/backups/${place}/`
  const kept = ({ files }: Tree) => [...files.keys()].filter(name => name.startsWith(prefix)).sort()
  const [a, b] = [kept(first.tree), kept(second.tree)]
  const common = a.filter(name => b.includes(name)).at(-1)
  if (common !== undefined) return readText(first.tree.files.get(common) ?? first.path)
  if (a.length > 0 && b.length === 0) return readText(second.path)
  return b.length > 0 && a.length === 0 ? readText(first.path) : undefined
}

/** What one place of the merged project holds; nothing to say where all that claim it say the same. */
async function mergePlace(
  out: ProjectPaths,
  place: string,
  found: { tree: Tree; path: string }[],
): Promise<MergedFileReport | undefined> {
  const to = join(out.folder, ...place.split('/'))
  const about = { file: place, ...setAt(place) }
  const [first, second] = found
  if (!first) return undefined
  const originals = found.filter(({ tree, path }) => tree.files.get(place) === path)
  if (!isRecord(place)) {
    if (!second) await copyTo(first.path, to)
    else {
      const { chosen, other } = await chosenOf(place, first.path, second.path)
      await copyTo(chosen, to)
      if (other !== undefined && !place.startsWith('.isnad/')) {
        const aside = asideIn(out, place, other === first.path ? first.tree.from : second.tree.from)
        await copyTo(other, aside)
        return { ...about, kind: 'kept-aside', aside: aside.slice(out.folder.length + 1) }
      }
      return undefined
    }
    const hidden = place.startsWith('.isnad/')
    return hidden ? undefined : { ...about, kind: first.tree.from === 'a' ? 'only-a' : 'only-b' }
  }
  const versions = await Promise.all(
    found.map(one => versionOf(one, place, !originals.includes(one))),
  )
  const base = setAt(place) ? undefined : await baseOf(place, found)
  const { text, log, aside, report } = mergeVersions(versions, base)
  await replaceFile(to, text)
  await writeLog(out, place, log)
  const asides: string[] = []
  for (const version of aside) {
    const path = asideIn(out, place, version.from)
    await copyTo(version.path, path)
    asides.push(
      path
        .slice(out.folder.length + 1)
        .split(sep)
        .join('/'),
    )
  }
  if (versions.length === 1) {
    const unmarked = versions[0]?.text === text
    if (unmarked) return { ...about, kind: first.tree.from === 'a' ? 'only-a' : 'only-b' }
  } else if (versions.every(version => version.text === text) && aside.length === 0)
    return undefined
  return { ...about, ...report, ...(asides.length > 0 && { aside: asides.join(', ') }) }
}
