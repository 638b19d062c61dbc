import { readFile } from 'node:fs/promises'
import { parseQuery, type Query } from '../../annotations/analysis/query.ts'
import type {
  Concordance,
  ConcordanceLine,
  concordanceOrders,
} from '../../annotations/api/searching.ts'
import { copiesAmong } from '../../annotations/arabic/fingerprint.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { appError } from '../app-error.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { annotatedHits } from './annotated-hits.ts'
import { overAnnotations } from './annotation-filter.ts'
import { lineCutter } from './concordance-lines.ts'
import { documentFilter, regionsOf } from './document-filter.ts'
import { exactHits } from './exact-hits.ts'
import { type HitList, hitList } from './hit-list.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { type Progress, projectIndex } from './project-index.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { runCondition } from './run-query.ts'
import { termOf } from './word-index.ts'

export type Asked = {
  query: string
  order: (typeof concordanceOrders)[number]
  offset: number
  limit: number
}

/** All hits of a query; what words alone do not say of some, by the hit's number. */
export type Found = {
  hits: HitList
  annotated: Map<number, Annotated>
}
/** The annotation a hit is, or lies in; and of one that is a hit itself, its stretch of the original. */
export type Annotated = {
  annotation: { annotator: string; id: string; label: string }
  stretch?: { start: number; end: number }
}

/** Documents named in the counts. */
const counted = 200
/** Words on a side that hits are sorted by. */
const sortedBy = 4

const periodOf = (published: string | undefined) => published?.slice(0, 7) ?? ''

function placesOf(documents: readonly IndexedDocument[]): Uint32Array {
  const places = new Uint32Array(documents.length)
  for (let at = 0; at < documents.length; at++)
    places[at] = (documents[at] as IndexedDocument).place
  return places
}

function tallied({ hits }: Found, byPlace: readonly (IndexedDocument | undefined)[]) {
  const inDocument = new Uint32Array(byPlace.length)
  for (let hit = 0; hit < hits.length; hit++) {
    const place = hits.placeOf(hit)
    inDocument[place] = (inDocument[place] as number) + 1
  }
  const found: { document: string; title: string; hits: number }[] = []
  const periods = new Map<string, number>()
  for (let place = 0; place < inDocument.length; place++) {
    const count = inDocument[place] as number
    const document = count === 0 ? undefined : byPlace[place]
    if (!document) continue
    found.push({ document: document.id, title: document.title, hits: count })
    const period = periodOf(document.published)
    periods.set(period, (periods.get(period) ?? 0) + count)
  }
  return {
    documents: found.length,
    byDocument: found.sort((a, b) => b.hits - a.hits).slice(0, counted),
    overTime: [...periods]
      .sort(([a], [b]) => byCodePoint(a || '9', b || '9'))
      .map(([period, hits]) => ({ period, hits })),
  }
}

/** Searching one project: its index, and the answer to the last question for whoever asks for the next page of it. */
export function searchProject(paths: ProjectPaths) {
  const project = projectIndex(paths)
  let last:
    | {
        key: string
        found: Found
        order: Uint32Array | undefined
        tally: ReturnType<typeof tallied>
      }
    | undefined
  let ranks: { revision: number; of: Uint32Array } | undefined

  /** The place of every term in the order of its letters. */
  function ranksOfTerms(): Uint32Array {
    const { terms } = project.index
    if (ranks?.revision === project.revision && ranks.of.length === terms.length) return ranks.of
    const order = Uint32Array.from({ length: terms.length }, (_, at) => at).sort(terms.compare)
    const of = new Uint32Array(terms.length)
    for (const [rank, term] of order.entries()) of[term] = rank
    ranks = { revision: project.revision, of }
    return of
  }

  /** Hits in the order of the words that follow, or of those before read backwards. */
  function byContext({ hits }: Found, side: 'before' | 'after'): Uint32Array {
    const of = ranksOfTerms()
    const keys = new Int32Array(hits.length * sortedBy)
    for (let hit = 0; hit < hits.length; hit++) {
      const row = project.index.rows[hits.placeOf(hit)]
      const at = hits.atOf(hit)
      for (let n = 1; n <= sortedBy; n++) {
        const token = row?.[side === 'after' ? at + hits.wordsOf(hit) - 1 + n : at - n]
        keys[hit * sortedBy + n - 1] = token === undefined ? -1 : (of[termOf(token)] as number)
      }
    }
    return Uint32Array.from({ length: hits.length }, (_, hit) => hit).sort((a, b) => {
      for (let n = 0; n < sortedBy; n++) {
        const apart = (keys[a * sortedBy + n] as number) - (keys[b * sortedBy + n] as number)
        if (apart !== 0) return apart
      }
      return a - b
    })
  }

  let ordered:
    | {
        revision: number
        documents: IndexedDocument[]
        byPlace: IndexedDocument[]
        /** Of all documents, in their order. */
        places: Uint32Array
      }
    | undefined

  /** Documents as the corpus list has them, and by their place in the index. */
  function documentsNow() {
    if (ordered?.revision === project.revision) return ordered
    const documents = [...project.documents.values()].sort(
      (a, b) =>
        byCodePoint(a.published ?? '9', b.published ?? '9') ||
        byCodePoint(a.title, b.title) ||
        byCodePoint(a.id, b.id),
    )
    const byPlace: IndexedDocument[] = new Array(project.index.rows.length)
    for (const document of documents) byPlace[document.place] = document
    ordered = { revision: project.revision, documents, byPlace, places: placesOf(documents) }
    return ordered
  }

  async function find({ condition, filters }: Query): Promise<Found> {
    const about = filters
      .filter(filter => !overAnnotations(filter) && filter.name !== 'region')
      .map(documentFilter)
    const { documents: all, byPlace, places: every } = documentsNow()
    const documents =
      about.length === 0 ? all : all.filter(document => about.every(passes => passes(document)))
    const regions = regionsOf(filters)
    const hits = hitList()
    const places = documents === all ? every : placesOf(documents)
    if (condition) runCondition(project.index, condition, regions, places, hits)
    // Filters alone ask for documents: each is a line of its own, its first words the hit.
    else if (!filters.some(overAnnotations))
      for (const { place } of documents)
        if ((project.index.rows[place]?.length ?? 0) > 0) hits.push(place, 0, 1, 0)
    const exact = condition ? await exactHits(paths, condition, hits, project.index, byPlace) : hits
    if (!filters.some(overAnnotations)) return { hits: exact, annotated: new Map() }
    return annotatedHits(paths, documents, filters.filter(overAnnotations), {
      hits: condition && exact,
      regions,
      index: project.index,
    })
  }

  async function linesOf(
    { hits, annotated }: Found,
    asked: readonly number[],
  ): Promise<ConcordanceLine[]> {
    const { byPlace } = documentsNow()
    const cutters = new Map<number, ReturnType<typeof lineCutter>>()
    await Promise.all(
      [...new Set(asked.map(hits.placeOf))].map(async place => {
        const document = byPlace[place]
        const row = project.index.rows[place]
        if (!document || !row) return
        const text = await readFile(paths.documentText(document.id), 'utf8').catch(() => undefined)
        if (text !== undefined) cutters.set(place, lineCutter(document, text, row))
      }),
    )
    return asked.flatMap(number => {
      const cutter = cutters.get(hits.placeOf(number))
      const known = annotated.get(number)
      const hit = hits.hit(number)
      const place = known?.stretch ?? cutter?.stretchOf(hit)
      if (!cutter || !place || place.start >= place.end) return []
      return [{ ...cutter.line(place, hit.at), annotation: known?.annotation }]
    })
  }

  return {
    touch: project.touch,
    refresh: project.refresh,

    /** A page of the concordance of a query. */
    async query(asked: Asked, progress: Progress = () => {}): Promise<Concordance> {
      const parsed = parseQuery(asked.query)
      if (!parsed.ok) throw appError('bad-query', { ...parsed.problem, query: asked.query })
      await refuseUnknown(paths, asked.query, parsed.query.filters)
      await project.refresh(progress)
      const sets = parsed.query.filters.some(overAnnotations)
      const key = JSON.stringify([asked.query, asked.order, project.revision])
      // Sets are saved all the time: what is asked of them is not kept, but for the next page.
      if (last?.key !== key || (sets && asked.offset === 0)) {
        const found = await find(parsed.query)
        const order = asked.order === 'document' ? undefined : byContext(found, asked.order)
        last = { key, found, order, tally: tallied(found, documentsNow().byPlace) }
      }
      const { found, order, tally } = last
      const end = Math.min(asked.offset + asked.limit, found.hits.length)
      const numbers: number[] = []
      for (let at = asked.offset; at < end; at++) numbers.push(order?.[at] ?? at)
      const lines = await linesOf(found, numbers)
      return { total: found.hits.length, lines, ...tally, searched: project.documents.size }
    },

    /** Groups of documents that are copies of each other, the earliest published first. */
    async copies(progress: Progress = () => {}) {
      await project.refresh(progress)
      const documents = [...project.documents.values()]
      const groups = copiesAmong(documents.map(({ fingerprint }) => fingerprint))
      return groups
        .map(group => group.map(at => documents[at] as IndexedDocument))
        .map(group => ({
          documents: group
            .sort(
              (a, b) =>
                byCodePoint(a.published ?? '9', b.published ?? '9') || byCodePoint(a.id, b.id),
            )
            .map(({ id, title, outlet, published }) => ({ id, title, outlet, published })),
        }))
        .sort((a, b) => b.documents.length - a.documents.length)
    },
  }
}
