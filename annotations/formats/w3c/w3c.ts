import type { Annotation } from '../../model/annotation.ts'
import type { Document } from '../../model/document.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { metadataOf } from '../exchange/metadata.ts'
import { everything, type Format, type OffsetUnit, type Piece } from '../format.ts'
import { readW3c } from './read-w3c.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
/** Letters of the text on each side of a quote, to find it again by. */
const around = 32

const sourceOf = ({ id }: Document) => `urn:isnad:${id}`

/** Whole characters only: a selector must not cut one in two. */
const whole = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

function selectorsOf(document: Document, { spans }: Annotation, place: (at: number) => number) {
  const { text } = document
  return spans.map(({ start, end, quote }) => ({
    source: sourceOf(document),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: quote,
        prefix: whole(text.slice(Math.max(0, start - around), start)),
        suffix: whole(text.slice(end, end + around)),
      },
      { type: 'TextPositionSelector', start: place(start), end: place(end) },
    ],
  }))
}

/** The article itself, so that the file holds the text its places are in. */
function describing(document: Document, unit: OffsetUnit) {
  return {
    '@context': context,
    id: `${sourceOf(document)}#text`,
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
    target: sourceOf(document),
  }
}

function write({ document, sets }: Piece, unit: OffsetUnit): string {
  const place = inUnit(document.text, unit)
  const items: object[] = [describing(document, unit)]
  for (const { set, kept } of sets) {
    const creator = { type: 'Person', name: set.annotator }
    const idOf = (id: string) => `${sourceOf(document)}/${encodeURIComponent(set.annotator)}/${id}`
    for (const annotation of set.annotations) {
      const targets = selectorsOf(document, annotation, place)
      const { bodies, attributes: unknown, ...rest } = kept?.annotations?.[annotation.id] ?? {}
      const said = [...flatAttributes(annotation.attributes), ...Object.entries(unknown ?? {})]
      items.push({
        ...rest,
        '@context': context,
        id: idOf(annotation.id),
        type: 'Annotation',
        motivation: 'tagging',
        creator,
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: annotation.label },
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
      /"(?:http:\/\/www\.w3\.org\/ns\/anno\.jsonld|TextPositionSelector|TextQuoteSelector)"/.test(
        beginning,
      ),
    beside: ['.txt'],
    read: readW3c,
  },
}
