import { copyFile, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { MergedFileReport } from '../../annotations/api/merging.ts'
import { theFuller } from '../../annotations/merge/canonical-text.ts'
import type { LogEntry } from '../../annotations/model/action.ts'
import { digestOf } from '../storage/document-store.ts'
import { entryLine, headingLine } from '../storage/log-lines.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { makeFolder, replaceFile } from '../storage/replace-file.ts'
import { type Claim, isOriginal, type Tree } from './claimed-places.ts'
import { mergeVersions, readText, type Version } from './merge-versions.ts'
import { isRecord, setAt } from './project-tree.ts'
import { pastOf } from './set-past.ts'

/** Those that claim one place; the first of them is there always. */
type Claims = readonly [Claim, ...Claim[]]

/** What is said of a place, beside which it is. */
type Merged = Omit<MergedFileReport, 'file'> | undefined

type Aside = { readonly from: Tree['from']; readonly path: string }

async function versionOf({ tree, path }: Claim, place: string, isCopy: boolean): Promise<Version> {
  const set = setAt(place)
  const past =
    set && !isCopy ? await pastOf(tree.paths, set.annotator, set.documentId) : { log: [] }
  return { path, text: await readText(path), past, from: tree.from }
}

async function writeLog(out: ProjectPaths, place: string, log: readonly LogEntry[]): Promise<void> {
  const of = setAt(place)
  if (!of || log.length === 0) return
  await replaceFile(
    out.log(of.annotator, of.documentId),
    headingLine(of) + log.map(entryLine).join(''),
  )
}

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

/**
 * What both copies of a record that is no set began from: the newest state that both have kept. One of which nothing was
 * ever kept, where the other was edited, is as it was at first.
 */
async function baseOf(place: string, found: readonly Claim[]): Promise<string | undefined> {
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

const onlyIn = ({ tree }: Claim) => ({ kind: `only-${tree.from}` as const })

/** Copies a file beside what is merged, and says where it lies. */
async function putAside(out: ProjectPaths, place: string, { from, path }: Aside): Promise<string> {
  const parts = [from, ...place.split('/')]
  await copyTo(path, join(out.merged, ...parts))
  return [...relative(out.folder, out.merged).split(sep), ...parts].join('/')
}

/** A file that is no record of ours: the one that is chosen, with the other aside unless it is hidden. */
async function mergeFile(
  out: ProjectPaths,
  place: string,
  [first, second]: Claims,
): Promise<Merged> {
  const to = join(out.folder, ...place.split('/'))
  const hidden = place.startsWith('.isnad/')
  if (!second) {
    await copyTo(first.path, to)
    return hidden ? undefined : onlyIn(first)
  }
  const { chosen, other } = await chosenOf(place, first.path, second.path)
  await copyTo(chosen, to)
  if (other === undefined || hidden) return undefined
  const { from } = (other === first.path ? first : second).tree
  return { kind: 'kept-aside', aside: await putAside(out, place, { from, path: other }) }
}

/** A record: merged by id, with what cannot be merged aside. */
async function mergeRecord(out: ProjectPaths, place: string, found: Claims): Promise<Merged> {
  const versions = await Promise.all(
    found.map(one => versionOf(one, place, !isOriginal(one, place))),
  )
  const base = setAt(place) ? undefined : await baseOf(place, found)
  const { text, log, aside, report } = mergeVersions(versions, base)
  await replaceFile(join(out.folder, ...place.split('/')), text)
  await writeLog(out, place, log)
  const asides: string[] = []
  for (const version of aside) asides.push(await putAside(out, place, version))
  if (versions.every(version => version.text === text) && aside.length === 0)
    return found.length === 1 ? onlyIn(found[0]) : undefined
  return { ...report, ...(asides.length > 0 && { aside: asides.join(', ') }) }
}

/** What one place of the merged project holds; nothing to say where all that claim it say the same. */
export async function mergePlace(
  out: ProjectPaths,
  place: string,
  [first, ...more]: readonly Claim[],
): Promise<MergedFileReport | undefined> {
  if (!first) return undefined
  const merge = isRecord(place) ? mergeRecord : mergeFile
  const done = await merge(out, place, [first, ...more])
  return done && { file: place, ...setAt(place), ...done }
}
