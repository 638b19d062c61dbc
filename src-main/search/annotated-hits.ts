import { readFile } from 'node:fs/promises'
import { registerOf } from '../../annotations/actors/register.ts'
import type { Filter } from '../../annotations/analysis/query.ts'
import { extentOf } from '../../annotations/model/annotation.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { failureOf } from '../app-error.ts'
import { actorStore } from '../storage/actor-store.ts'
import { findSets } from '../storage/find-sets.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readProject } from '../storage/read-project.ts'
import { readSet } from '../storage/read-set.ts'
import { filtered } from './annotation-filter.ts'
import { lineCutter } from './concordance-lines.ts'
import { type Hit, type HitList, hitList } from './hit-list.ts'
import type { IndexedDocument } from './indexed-document.ts'
import type { Regions } from './run-query.ts'
import type { Annotated, Found } from './search-project.ts'
import { regionOf, type WordIndex } from './word-index.ts'

type Within = {
  /** Hits that must lie in an annotation; without them the annotations are the hits. */
  hits: HitList | undefined
  regions: Regions
  index: WordIndex
}

/** Annotations that pass the filters, or the hits inside them, in the order of the documents. */
export async function annotatedHits(
  paths: ProjectPaths,
  documents: readonly IndexedDocument[],
  filters: readonly Filter[],
  { hits, regions, index }: Within,
): Promise<Found> {
  const { project } = await readProject(paths.folder)
  const { actors } = await actorStore(paths).all()
  const known = { scheme: project.scheme, register: registerOf(actors) }
  const annotators = new Map<string, string[]>()
  for (const [annotator, ids] of await findSets(paths, () => {}))
    for (const id of ids) annotators.set(id, [...(annotators.get(id) ?? []), annotator])

  const here = new Map<number, Hit[]>()
  for (let number = 0; hits && number < hits.length; number++) {
    const place = hits.placeOf(number)
    const known = here.get(place)
    if (known) known.push(hits.hit(number))
    else here.set(place, [hits.hit(number)])
  }
  const asked = hits ? documents.filter(({ place }) => here.has(place)) : documents

  const found = await inParallel(asked, 16, async document => {
    const mine: (Hit & Annotated & { place: number })[] = []
    const people = annotators.get(document.id) ?? []
    if (people.length === 0) return mine
    const text = await readFile(paths.documentText(document.id), 'utf8').catch(() => undefined)
    const row = index.rows[document.place]
    if (text === undefined || !row) return mine
    const cutter = lineCutter(document, text, row)
    for (const annotator of people) {
      const set = await readSet(paths, annotator, document.id).catch(error => {
        // A set that cannot be read is named when it is opened.
        if (failureOf(error).code === 'internal') throw error
        return undefined
      })
      if (!set) continue
      for (const { id, label, ...annotation } of filtered(
        placeSet(text, set).set,
        filters,
        known,
      )) {
        const stretch = extentOf(annotation)
        const about = { annotator, id, label }
        if (hits) {
          for (const hit of here.get(document.place) ?? []) {
            const place = cutter.stretchOf(hit)
            if (
              place &&
              annotation.spans.some(one => one.start <= place.start && place.end <= one.end)
            )
              mine.push({ ...hit, place: document.place, annotation: about })
          }
          continue
        }
        const at = cutter.wordAfter(stretch.start)
        const words = Math.max(1, cutter.wordAfter(stretch.end - 1) - at + 1)
        if (regions[regionOf(row[at] ?? 0)])
          mine.push({ at, words, before: 0, stretch, place: document.place, annotation: about })
      }
    }
    return mine.sort((a, b) => a.at - b.at)
  })
  const list = hitList()
  const annotated = new Map<number, Annotated>()
  for (const { place, at, words, before, annotation, stretch } of found.flat()) {
    annotated.set(list.length, { annotation, stretch })
    list.push(place, at, words, before)
  }
  return { hits: list, annotated }
}
