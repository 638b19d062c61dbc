import { join } from 'node:path'
import type { MergeReport } from '../../annotations/api/merging.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { clashing } from '../../annotations/model/annotator.ts'
import { storedActor, storedProject, storedSet } from '../../annotations/model/stored.ts'
import { readStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import type { Tree } from './claimed-places.ts'
import { readText } from './merge-versions.ts'
import { setAt } from './project-tree.ts'

type Notes = MergeReport['notes']

const textAt = (out: ProjectPaths, place: string) => readText(join(out.folder, ...place.split('/')))

/** Copies of two projects that are not one. */
async function notesOnProjects(trees: readonly Tree[]): Promise<Notes> {
  const [one, two] = await Promise.all(
    trees.map(({ paths }) => readStored(paths.project, storedProject).catch(() => undefined)),
  )
  if (!one || !two || one.id === two.id) return []
  return [{ kind: 'other-project', file: 'project.json', detail: `${one.title} · ${two.title}` }]
}

/** Sets of articles that are not there, or that have another text. */
async function notesOnSets(out: ProjectPaths, places: ReadonlySet<string>): Promise<Notes> {
  const notes: Notes = []
  for (const place of places) {
    const documentId = setAt(place)?.documentId
    if (documentId === undefined) continue
    const parsed = storedSet.parse(await textAt(out, place))
    if (!places.has(`documents/${documentId.slice(0, 2)}/${documentId}.json`))
      notes.push({ kind: 'no-document', file: place, detail: documentId })
    else if (parsed.ok && !parsed.value.textDigest.startsWith(`sha256:${documentId}`))
      notes.push({ kind: 'other-text', file: place, detail: parsed.value.textDigest })
  }
  return notes
}

/** Actors of one kind and one name under two ids. */
async function notesOnActors(out: ProjectPaths, places: ReadonlySet<string>): Promise<Notes> {
  const notes: Notes = []
  const actors = new Map<string, string>()
  for (const place of places) {
    if (!/^actors\/[^/]+\.json$/.test(place)) continue
    const parsed = storedActor.parse(await textAt(out, place))
    if (!parsed.ok) continue
    const { kind, name } = parsed.value
    const key = `${kind} ${fold(name.ar).folded}`
    const known = actors.get(key)
    if (known !== undefined)
      notes.push({ kind: 'same-actor-twice', file: place, detail: `${known} · ${name.ar}` })
    actors.set(key, place)
  }
  return notes
}

/** Annotators whose names a file system may take for one. */
function notesOnPeople(places: ReadonlySet<string>): Notes {
  const people = new Set([...places].flatMap(place => setAt(place)?.annotator ?? []))
  return [...people].flatMap(name => {
    const other = clashing(name, people)
    return other !== undefined && name < other
      ? [{ kind: 'name-clash' as const, file: `annotations/${name}`, detail: other }]
      : []
  })
}

/** What is there in the merged project and does not fit together. */
export async function notesOn(
  out: ProjectPaths,
  places: ReadonlySet<string>,
  trees: readonly Tree[],
): Promise<Notes> {
  return [
    ...(await notesOnProjects(trees)),
    ...(await notesOnActors(out, places)),
    ...(await notesOnSets(out, places)),
    ...notesOnPeople(places),
  ]
}
