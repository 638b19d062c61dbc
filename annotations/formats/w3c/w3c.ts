import type { Annotation } from '../../model/annotation.ts'
import type { Document } from '../../model/document.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { isRecord, type Kept, type KeptSet, nameIn, textOr, without } from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { metadataOf } from '../exchange/metadata.ts'
import { everything, type Format, type OffsetUnit, type Piece } from '../format.ts'
import { toldComments } from '../line-comments.ts'
import { readW3c } from './read-w3c.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
/** Letters of the text on each side of a quote, to find it again by. */
const around = 32

const sourceOf = ({ id }: Document) => `urn:isnad:${id}`

/** Whole characters only: a selector must not cut one in two. */
const whole = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

function targetsOf(
  { text }: Document,
  { spans }: Pick<Annotation, 'spans'>,
  source: string,
  place: (at: number) => number,
  kept: Kept | undefined,
) {
  return spans.map(({ start, end, quote }) => ({
    ...(isRecord(kept?.target) && kept.target),
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: quote,
        prefix: whole(text.slice(Math.max(0, start - around), start)),
        suffix: whole(text.slice(end, end + around)),
      },
      { type: 'TextPositionSelector', start: place(start), end: place(end) },
      ...(Array.isArray(kept?.selectors) ? kept.selectors : []),
    ],
  }))
}

/** The article itself, so that the file holds the text its places are in. */
function describing(document: Document, source: string, unit: OffsetUnit) {
  return {
    '@context': context,
    id: `${source}#text`,
    type: 'Annotation',
    motivation: 'describing',
    body: [
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'ar',
        value: document.text,
      },
      { type: 'Dataset', ...metadataOf(document), offsetUnit: unit },
    ],
    target: source,
  }
}

/** What of the kept is put where it was, and not beside what is written. */
const aside = 'bodies attributes names tag value untagged selectors target motivation'.split(' ')

/** The body that is the label, as its file had it; none where the purpose of the annotation was all that was said. */
function labelBody(label: string, kept: Kept | undefined): object[] {
  if (kept?.untagged === true && label === (kept.motivation ?? 'tagging')) return []
  const tag = isRecord(kept?.tag) ? kept.tag : { type: 'TextualBody', purpose: 'tagging' }
  // Of a long text the label is its purpose, and the text is kept.
  const isPurpose = label === (kept?.motivation ?? 'tagging')
  return [{ ...tag, value: isPurpose ? (kept?.value ?? label) : label }]
}

/** What was said, each thing an annotation: of an annotation, of a passage, of the article, or of what was said before. */
function commenting(
  { document, remarks = [], sets }: Piece,
  source: string,
  place: (at: number) => number,
  idOf: (annotator: string, annotation: string) => string,
): object[] {
  const nameOf = (id: string) => `${sourceOf(document)}/comments/${id}`
  const told = toldComments(
    remarks,
    sets.map(({ set }) => set),
  )
  return told.map(({ id, author, at, text, on, answers }) => {
    const purpose = answers === undefined ? 'commenting' : 'replying'
    const passage = on.span && targetsOf(document, { spans: [on.span] }, source, place, undefined)
    const about =
      on.annotation !== undefined && on.annotator !== undefined
        ? idOf(on.annotator, on.annotation)
        : (passage?.[0] ?? source)
    return {
      '@context': context,
      id: nameOf(id),
      type: 'Annotation',
      motivation: purpose,
      creator: { type: 'Person', name: author },
      created: at,
      body: [{ type: 'TextualBody', purpose, format: 'text/plain', value: text }],
      target: answers === undefined ? about : nameOf(answers),
    }
  })
}

function write(piece: Piece, unit: OffsetUnit): string {
  const { document, sets } = piece
  const place = inUnit(document.text, unit)
  const known = sets.find(({ kept }) => textOr(kept?.record?.source))?.kept?.record?.source
  const source = textOr(known) ?? sourceOf(document)
  const items: object[] = [describing(document, source, unit)]
  const nameOf = (annotator: string, id: string, kept: KeptSet | undefined) =>
    textOr(kept?.annotations?.[id]?.id) ??
    `${sourceOf(document)}/${encodeURIComponent(annotator)}/${id}`
  for (const { set, kept } of sets) {
    const creator = { type: 'Person', name: set.annotator }
    const idOf = (id: string) => nameOf(set.annotator, id, kept)
    for (const annotation of set.annotations) {
      const own = kept?.annotations?.[annotation.id]
      const targets = targetsOf(document, annotation, source, place, own)
      const { bodies, attributes: unknown, motivation } = own ?? {}
      const said = [
        ...flatAttributes(annotation.attributes).map(([name, one]) => [nameIn(own, name), one]),
        ...Object.entries(unknown ?? {}),
      ]
      items.push({
        '@context': context,
        id: idOf(annotation.id),
        type: 'Annotation',
        ...(motivation !== null && { motivation: motivation ?? 'tagging' }),
        creator,
        ...without(own ?? {}, '@context', 'id', 'type', ...aside),
        body: [
          ...labelBody(annotation.label, own),
          ...said.map(([key, value]) => ({
            type: 'TextualBody',
            purpose: 'classifying',
            key,
            value,
          })),
          ...(Array.isArray(bodies) ? bodies : []),
        ],
        target: targets.length === 1 ? targets[0] : targets,
      })
    }
    for (const { id, type, from, to, order } of set.relations)
      items.push({
        ...kept?.relations?.[id],
        '@context': context,
        id: idOf(id),
        type: 'Annotation',
        motivation: 'linking',
        creator,
        body: [
          { type: 'SpecificResource', purpose: 'linking', source: idOf(to) },
          {
            type: 'TextualBody',
            purpose: 'tagging',
            value: type,
            ...(order !== undefined && { order }),
          },
        ],
        target: idOf(from),
      })
  }
  const keptOf = (annotator: string) => sets.find(({ set }) => set.annotator === annotator)?.kept
  items.push(
    ...commenting(piece, source, place, (annotator, id) =>
      nameOf(annotator, id, keptOf(annotator)),
    ),
  )
  return items.map(item => JSON.stringify(item)).join(',\n')
}

/** W3C Web Annotation: one list; discontinuous annotations have a target for each part. */
export const w3c: Format = {
  id: 'w3c',
  name: 'W3C Web Annotation (JSON-LD)',
  extension: '.jsonld',
  layout: 'file',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, emptySets: false },
  comments: 'all',
  writer: {
    head: () => [{ file: '', text: '[\n' }],
    write: (piece, { unit }) => [{ file: '', text: write(piece, unit) }],
    between: ',\n',
    tail: () => [{ file: '', text: '\n]\n' }],
  },
  reader: {
    by: 'file',
    looksLike: (name, beginning) =>
      /\.(json|jsonld)$/i.test(name) &&
      /"(?:http:\/\/www\.w3\.org\/ns\/anno\.jsonld|TextPositionSelector|TextQuoteSelector)"|"selector"\s*:\s*\[?\s*\{\s*"quote"/.test(
        beginning,
      ),
    beside: ['.txt'],
    read: readW3c,
  },
}
