import { readFile } from 'node:fs/promises'
import { type Condition, phrasesOf } from '../../annotations/analysis/query.ts'
import { matcher } from '../../annotations/arabic/find-matches.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { lineCutter } from './concordance-lines.ts'
import { type Hit, type HitList, hitList } from './hit-list.ts'
import type { IndexedDocument } from './indexed-document.ts'
import type { WordIndex } from './word-index.ts'

/**
 * Where a spelling was asked for exactly, hits that are spelled otherwise go: the index knows only folded letters, so the
 * texts are read. Only where all that is found was asked for so; hits of other words in the query stay.
 */
export async function exactHits(
  paths: ProjectPaths,
  condition: Condition,
  hits: HitList,
  index: WordIndex,
  byPlace: readonly IndexedDocument[],
): Promise<HitList> {
  const phrases = phrasesOf(condition)
  const exact = phrases.flatMap(({ exact, prefix }) =>
    exact === undefined ? [] : [matcher(exact, prefix ? 'prefix' : 'word', 'exact')],
  )
  if (exact.length === 0) return hits
  const all = exact.length === phrases.length
  const here = new Map<number, Hit[]>()
  for (let number = 0; number < hits.length; number++) {
    const place = hits.placeOf(number)
    const known = here.get(place)
    if (known) known.push(hits.hit(number))
    else here.set(place, [hits.hit(number)])
  }
  const kept = await inParallel([...here], 8, async ([place, found]): Promise<[number, Hit[]]> => {
    const document = byPlace[place]
    if (!document) return [place, []]
    const text = await readFile(paths.documentText(document.id), 'utf8').catch(() => '')
    const folded = fold(text, 'exact')
    const starts = exact.map(find => new Set(find(folded).map(({ start }) => start)))
    // Every exact word must be somewhere; a query that may do without one is asked with "|".
    if (condition.kind !== 'or' && starts.some(({ size }) => size === 0)) return [place, []]
    if (!all) return [place, found]
    const cutter = lineCutter(document, text, index.rows[place] ?? new Uint32Array())
    return [
      place,
      found.filter(hit => {
        const start = cutter.stretchOf(hit)?.start
        return start !== undefined && starts.some(places => places.has(start))
      }),
    ]
  })
  const list = hitList()
  for (const [place, found] of kept)
    for (const { at, words, before } of found) list.push(place, at, words, before)
  return list
}
