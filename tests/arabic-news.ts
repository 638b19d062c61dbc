import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type Annotation, byPlace } from '../annotations/model/annotation.ts'
import type { AnnotationSet } from '../annotations/model/annotation-set.ts'
import type { Document } from '../annotations/model/document.ts'
import { byEnds, type Relation } from '../annotations/model/relation.ts'
import { spanOf } from '../annotations/model/span.ts'
import { nextGrapheme, snapToGraphemes } from '../annotations/text/boundaries.ts'

const one = (...choices: string[]) => fc.constantFrom(...choices)

const letters = one(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةىپچگیک')
const marks = one(
  '',
  '',
  '',
  '',
  '\u064e',
  '\u064f',
  '\u0650',
  '\u0651',
  '\u0652',
  '\u064b',
  '\u0651\u064e',
  '\u0670',
)
const joins = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: one('ـ', 'ـــ', '\u200c') },
)
const arabicWord = fc
  .array(fc.tuple(letters, marks, joins), { minLength: 1, maxLength: 8 })
  .map(parts => parts.flat().join(''))
const number = fc
  .tuple(one('0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'), fc.nat(2999))
  .map(([digits, value]) => String(value).replace(/\d/g, digit => digits[Number(digit)] as string))
const foreign = one('Reuters', 'F-16', 'C-RAM', 'twitter.com/x', 'İstanbul', 'naïve')
const emoji = one('📷', '🔴', '👨‍👩‍👧‍👦', '🇮🇶', '🇺🇸', '👍🏽', '❤️', '𝒜')
const ligatures = one('ﷺ', 'ﻻ', 'ﷲ', 'أ\u0654')
const punctuation = one('،', '؛', '؟', '.', ':', '...', '«', '»', '"', '(', ')', '/', ' - ', '–')
const gaps = one(' ', ' ', ' ', ' ', ' ', ' ', '\u00a0', '\u200f', '\u200e', '\n', '\n\n', '  ')

const piece = fc.oneof(
  { weight: 10, arbitrary: arabicWord },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: foreign },
  { weight: 1, arbitrary: emoji },
  { weight: 1, arbitrary: ligatures },
  { weight: 2, arbitrary: arabicWord.map(word => `«${word}»`) },
  { weight: 2, arbitrary: punctuation },
)

/** Text as the wires send it: marks, tatweel, joiners, emoji, direction marks, Latin, three scripts of digits. */
export const arabicNews = fc
  .array(fc.tuple(piece, gaps), { minLength: 1, maxLength: 30 })
  .map(parts => parts.flat().join(''))

/** A text and a stretch of it. */
export const newsAndStretch = arabicNews.chain(text =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
    text,
    start: Math.min(a, b),
    end: Math.max(a, b),
  })),
)

/** A document of this text, as an import would make it. */
export function documentOf(text: string): Document {
  const digest = createHash('sha256').update(text).digest('hex')
  return {
    id: digest.slice(0, 16),
    title: 'خبر',
    textDigest: `sha256:${digest}`,
    length: text.length,
    regions: [],
    origin: {
      file: 'news.txt',
      kind: 'txt',
      encoding: 'utf-8',
      bom: false,
      lineEnds: 'lf',
      imported: '2024-10-10T08:00:00.000Z',
    },
    text,
  }
}

const attributesOf: Record<string, fc.Arbitrary<Annotation['attributes']>> = {
  actor: fc.record({ kind: one('person', 'state', 'media') }),
  date: fc.constantFrom(
    { value: { type: 'DATE', value: '2024-09', calendar: 'gregorian' } },
    { value: { type: 'DATE', value: '2024', mod: 'END', calendar: 'persian' } },
    { value: { type: 'DURATION', value: 'P2D', edtf: '..', calendar: 'islamic-umalqura' } },
  ),
  claim: fc.record({ stance: one('asserts', 'denies'), directness: one('direct', 'indirect') }),
  cue: fc.constant({}),
}

/** One or two stretches of `text` on grapheme edges, in order, neither empty. */
const spansIn = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 2,
    })
    .map(places => {
      const spans: Annotation['spans'] = []
      for (const [from, length] of places.sort(([a], [b]) => a - b)) {
        const end = Math.max(nextGrapheme(text, from), Math.min(from + length, text.length))
        const stretch = snapToGraphemes(text, { start: from, end })
        if (stretch.start >= (spans.at(-1)?.end ?? 0))
          spans.push(spanOf(text, stretch.start, stretch.end))
      }
      return spans
    })

const annotationIn = (text: string, id: string) =>
  one('actor', 'date', 'claim', 'cue').chain(label =>
    fc.record({
      id: fc.constant(id),
      label: fc.constant(label),
      spans: spansIn(text),
      attributes: attributesOf[label] as fc.Arbitrary<Annotation['attributes']>,
    }),
  )

const ends = { source: 'actor', cue: 'cue', about: 'date', target: 'actor' } as const

/** Chains 1…n from each claim to some of what it may be joined to. */
const relationsAmong = (annotations: readonly Annotation[]) =>
  fc.infiniteStream(fc.nat(2)).map(chance => {
    const relations: Relation[] = []
    for (const claim of annotations.filter(({ label }) => label === 'claim'))
      for (const [type, label] of Object.entries(ends)) {
        let order = 0
        for (const to of annotations.filter(annotation => annotation.label === label)) {
          if (chance.next().value !== 0) continue
          const ordered = type === 'source' || type === 'cue'
          const relation = { id: `r${relations.length}`, type, from: claim.id, to: to.id }
          relations.push(ordered ? { ...relation, order: ++order } : relation)
        }
      }
    return relations
  })

/** A document and a set on it without errors, in stored order. */
export const annotatedNews = arabicNews
  .chain(text =>
    fc
      .nat(12)
      .chain(count =>
        fc.tuple(...Array.from({ length: count }, (_, n) => annotationIn(text, `a${n}`))),
      )
      .chain(annotations =>
        fc.record({
          text: fc.constant(text),
          annotations: fc.constant(annotations),
          relations: relationsAmong(annotations),
          annotator: one('ليلى', 'عمر', 'gold'),
          revision: fc.nat(9),
        }),
      ),
  )
  .map(({ text, annotations, relations, annotator, revision }) => {
    const document = documentOf(text)
    const set: AnnotationSet = {
      documentId: document.id,
      textDigest: document.textDigest,
      annotator,
      status: 'in-progress',
      revision,
      ...(revision > 0 && { updated: '2024-10-12T09:30:00.000Z' }),
      annotations: [...annotations].sort(byPlace),
      relations: [...relations].sort(byEnds),
    }
    return { document, set }
  })

export type AnnotatedNews = typeof annotatedNews extends fc.Arbitrary<infer T> ? T : never
