import type { Annotation } from '../../annotations/model/annotation.ts'
import type { Suggestions } from '../../annotations/suggest/suggest.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'

/** What a person says of an article, places resolved. `source` is the innermost; undefined where nobody is named. */
type Annotated = {
  actors: Stretch[]
  dates: Stretch[]
  claims: { content: Stretch[]; source: Stretch | undefined }[]
}

/** Golden files say words; those of actors and dates stand in text order, a source is the nearest to its content. */
export type Written = {
  published?: string
  outlet?: string
  actors: string[]
  dates: string[]
  claims: { content: string[]; source: string }[]
}

/** One that begins with `>` stands inside the one before it. */
function inTextOrder(text: string, quotes: readonly string[]): Stretch[] {
  let last: Stretch = { start: 0, end: 0 }
  return quotes.map(written => {
    const quote = written.replace(/^>/, '')
    const start = text.indexOf(quote, written === quote ? last.end : last.start)
    if (start === -1) throw new Error(`not in the text after ${last.end}: ${quote}`)
    last = { start, end: start + quote.length }
    return last
  })
}

function nearest(text: string, quote: string, place: number): Stretch {
  let best = -1
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    if (best === -1 || Math.abs(at - place) < Math.abs(best - place)) best = at
  if (best === -1) throw new Error(`not in the text: ${quote}`)
  return { start: best, end: best + quote.length }
}

export function annotatedOf(text: string, { actors, dates, claims }: Written): Annotated {
  return {
    actors: inTextOrder(text, actors),
    dates: inTextOrder(text, dates),
    claims: claims.map(({ content, source }) => {
      const spans = inTextOrder(text, content)
      // Nobody is named: من المتوقع.
      if (source === '') return { content: spans, source: undefined }
      return { content: spans, source: nearest(text, source, spans[0]?.start ?? 0) }
    }),
  }
}

const length = (spans: readonly Stretch[]) =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)
function shared(a: readonly Stretch[], b: readonly Stretch[]): number {
  let sum = 0
  for (const one of a)
    for (const other of b)
      sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  return sum
}
const overlap = (a: readonly Stretch[], b: readonly Stretch[]) =>
  shared(a, b) / (length(a) + length(b) - shared(a, b))

/** Pairs that share at least half of all their letters, the closest first, none used twice. */
function pairs<A, B>(a: readonly A[], b: readonly B[], of: (a: A, b: B) => number): [A, B][] {
  const close = a.flatMap(one => b.map(other => ({ one, other, share: of(one, other) })))
  close.sort((x, y) => y.share - x.share)
  const used = new Set<unknown>()
  const found: [A, B][] = []
  for (const { one, other, share } of close) {
    if (share < 0.5 || used.has(one) || used.has(other)) continue
    used.add(one).add(other)
    found.push([one, other])
  }
  return found
}

type Score = { precision: number; recall: number; f1: number; wrong: string[] }

function scoreOf(
  text: string,
  found: number,
  gold: number,
  hit: number,
  wrong: Stretch[][],
): Score {
  const precision = found === 0 ? 0 : hit / found
  const recall = gold === 0 ? 0 : hit / gold
  const f1 = hit === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return {
    precision,
    recall,
    f1,
    wrong: wrong.map(spans => spans.map(({ start, end }) => text.slice(start, end)).join(' … ')),
  }
}

function scoreSpans(text: string, found: Stretch[], gold: Stretch[], isExact: boolean): Score {
  const same = (a: Stretch, b: Stretch) =>
    isExact ? Number(a.start === b.start && a.end === b.end) : overlap([a], [b])
  const matched = pairs(found, gold, same)
  const missed = gold.filter(one => !matched.some(([, other]) => other === one))
  const extra = found.filter(one => !matched.some(([other]) => other === one))
  return scoreOf(
    text,
    found.length,
    gold.length,
    matched.length,
    [...missed, ...extra].map(one => [one]),
  )
}

/** Suggestions held against what a person said of the same article. */
export function score(text: string, { annotations, relations }: Suggestions, gold: Annotated) {
  const of = (label: string) => annotations.filter(one => one.label === label)
  const first = ({ spans }: Annotation) => spans[0] as Stretch
  const claims = of('claim')
  const matched = pairs(claims, gold.claims, (one, other) => overlap(one.spans, other.content))
  const sourceOf = (claim: Annotation): Annotation | undefined => {
    const links = relations.filter(({ type, from }) => type === 'source' && from === claim.id)
    const last = links.sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).at(-1)
    return annotations.find(({ id, label }) => id === last?.to && label === 'actor')
  }
  const isRight = ([claim, { source }]: [Annotation, Annotated['claims'][number]]) => {
    const said = sourceOf(claim)
    return source === undefined
      ? said === undefined
      : said !== undefined && shared([first(said)], [source]) > 0
  }
  const missed = gold.claims.filter(one => !matched.some(([, other]) => other === one))
  const extra = claims.filter(one => !matched.some(([other]) => other === one))
  return {
    dates: scoreSpans(text, of('date').map(first), gold.dates, true),
    actors: scoreSpans(text, of('actor').map(first), gold.actors, true),
    loosely: scoreSpans(text, of('actor').map(first), gold.actors, false),
    claims: scoreOf(text, claims.length, gold.claims.length, matched.length, [
      ...missed.map(({ content }) => content),
      ...extra.map(({ spans }) => spans),
    ]),
    sources: matched.filter(isRight).length / Math.max(1, matched.length),
    wrongSources: matched
      .filter(pair => !isRight(pair))
      .map(([claim]) => claim.spans.map(({ quote }) => quote).join(' … ')),
  }
}
