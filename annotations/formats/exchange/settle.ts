import { idPattern } from '../../model/annotation.ts'
import { type Span, spanOf } from '../../model/span.ts'
import type { WrittenForm } from '../../model/written-form-shape.ts'
import type { FormatProblem, OffsetUnit } from '../format.ts'
import type {
  ForeignAnnotation,
  ForeignDocument,
  ForeignSet,
  ForeignSpan,
  Kept,
} from './foreign.ts'
import { type SettledText, saysSame, settleText } from './places.ts'

/** An annotation in its place, still under the label and with the attributes its file gave it. */
export type SettledAnnotation = {
  id: string
  label: string
  spans: Span[]
  attributes: ReadonlyMap<string, unknown>
  rule: string | undefined
  form: WrittenForm | undefined
  kept: Kept | undefined
}
export type SettledRelation = {
  id: string
  type: string
  from: string
  to: string
  order: number | undefined
  attributes: Readonly<Record<string, unknown>> | undefined
  kept: Kept | undefined
}
export type SettledSet = Pick<ForeignSet, 'annotator' | 'status' | 'machine' | 'kept'> & {
  annotations: SettledAnnotation[]
  relations: SettledRelation[]
}
export type Settled = {
  text: string
  unit: OffsetUnit
  sets: SettledSet[]
  /** Of annotations and relations that were left out or repaired, by their foreign ids. */
  problems: FormatProblem[]
}

const reach = 2000

/** The only place near `at` where the text says the quote. */
function onlyPlace(text: string, quote: string, at: number): number | undefined {
  const from = Math.max(0, at - reach)
  const window = text.slice(from, at + quote.length + reach)
  const first = quote === '' ? -1 : window.indexOf(quote)
  if (first === -1 || window.indexOf(quote, first + 1) !== -1) return undefined
  return from + first
}

type Placed = { span: Span; repaired?: string } | { refused: string }

const isLow = (text: string, at: number) => {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

function placeSpan(
  { text, place, otherPlace }: SettledText,
  { start, end, quote }: ForeignSpan,
): Placed {
  const from = place(start)
  const to = place(end)
  if (from !== undefined && to !== undefined && from < to) {
    const whole = spanOf(text, from - Number(isLow(text, from)), to + Number(isLow(text, to)))
    const cut = whole.start !== from || whole.end !== to
    if (quote === undefined || saysSame(whole.quote, quote))
      return cut ? { span: whole, repaired: 'splits-character' } : { span: whole }
  }
  if (quote !== undefined && quote !== '') {
    const [first, last] = [otherPlace(start), otherPlace(end)]
    if (first !== undefined && last !== undefined && text.slice(first, last) === quote)
      return { span: spanOf(text, first, last), repaired: 'other-unit' }
    const near = Math.min(Math.max(from ?? 0, 0), text.length)
    const said = quote.replace(/\r\n?/g, '\n')
    const found = onlyPlace(text, said, near)
    if (found !== undefined)
      return { span: spanOf(text, found, found + said.length), repaired: 'moved' }
  }
  if (from === undefined || to === undefined) return { refused: 'span-outside-text' }
  if (from >= to) return { refused: start === end ? 'empty-span' : 'span-inverted' }
  return { refused: 'quote-differs' }
}

/** Parts in text order; those that overlap are one. */
function inTextOrder(text: string, spans: readonly Span[]): Span[] {
  const parts: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = parts.at(-1)
    if (last && span.start < last.end)
      parts[parts.length - 1] = spanOf(text, last.start, Math.max(last.end, span.end))
    else parts.push(span)
  }
  return parts
}

/** Ids of ours for foreign ones: the same where it may be one, otherwise the next that is free. */
function names(prefix: string, taken: Set<string>) {
  let count = 0
  return (wish: string | undefined) => {
    let id = wish
    while (id === undefined || !idPattern.test(id) || taken.has(id)) id = `${prefix}${++count}`
    taken.add(id)
    return id
  }
}

function settleSet(text: SettledText, set: ForeignSet, problems: FormatProblem[]): SettledSet {
  const taken = new Set<string>()
  const nextId = names('a', taken)
  const byForeignId = new Map<string, string>()
  const refused = new Set<string>()
  const annotations: SettledAnnotation[] = []
  const settleOne = (annotation: ForeignAnnotation) => {
    const element = annotation.id ?? annotation.label
    const spans: Span[] = []
    for (const span of annotation.spans) {
      const placed = placeSpan(text, span)
      if ('refused' in placed) {
        problems.push({
          kind: placed.refused,
          element,
          detail: span.quote ?? `${span.start}–${span.end}`,
        })
        if (annotation.id !== undefined) refused.add(annotation.id)
        return
      }
      if (placed.repaired)
        problems.push({ kind: placed.repaired, element, detail: placed.span.quote })
      spans.push(placed.span)
    }
    if (spans.length === 0) {
      problems.push({ kind: 'no-span', element })
      if (annotation.id !== undefined) refused.add(annotation.id)
      return
    }
    const twice = annotation.id !== undefined && byForeignId.has(annotation.id)
    if (twice) problems.push({ kind: 'duplicate-id', element })
    const id = nextId(twice ? undefined : annotation.id)
    if (annotation.id !== undefined && !twice) byForeignId.set(annotation.id, id)
    const { label, rule, form, kept } = annotation
    const attributes = annotation.attributes ?? new Map()
    const parts = inTextOrder(text.text, spans)
    annotations.push({ id, label, spans: parts, attributes, rule, form, kept })
  }
  for (const annotation of set.annotations) settleOne(annotation)
  const nextLink = names('r', taken)
  const relations: SettledRelation[] = []
  for (const { id, type, from, to, order, attributes, kept } of set.relations) {
    const ends = [byForeignId.get(from), byForeignId.get(to)]
    const [source, target] = ends
    if (source === undefined || target === undefined) {
      const end = source === undefined ? from : to
      const kind = refused.has(end) ? 'relation-end-refused' : 'relation-end-missing'
      problems.push({ kind, element: id ?? end, detail: type })
      continue
    }
    const place = Number.isInteger(order) && (order as number) > 0 ? order : undefined
    const link = { id: nextLink(id), type, from: source, to: target, order: place }
    relations.push({ ...link, attributes, kept })
  }
  const { annotator, status, machine, kept } = set
  return { annotator, status, machine, kept, annotations, relations }
}

/** A document's annotations put where its text says what they quote; whatever is wrong with one is said of that one. */
export function settle(foreign: ForeignDocument, given: string): Settled {
  const text = settleText(foreign, given)
  const problems: FormatProblem[] = [...(foreign.problems ?? [])]
  const sets = foreign.sets.map(set => settleSet(text, set, problems))
  return { text: text.text, unit: text.unit, sets, problems }
}
