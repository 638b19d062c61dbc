import type { Annotation } from '../../model/annotation.ts'
import type { Document } from '../../model/document.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { xmlAttribute, xmlText } from '../exchange/xml-letters.ts'
import type { OffsetUnit, Piece } from '../format.ts'
import { toldComments } from '../line-comments.ts'

/** Names of one set's elements: XML wants each once in a file. */
const namesOf = (list: readonly { id: string }[], prefix: string) =>
  new Map(list.map(({ id }, at) => [id, `${prefix}${at + 1}`]))

function headerOf(document: Document, sets: Piece['sets'], unit: OffsetUnit): string {
  const { title, outlet, author, url, published, id } = document
  const counted = unit === 'utf-16' ? 'UTF-16 code units' : 'Unicode code points'
  const line = (text: string | undefined, of: (text: string) => string) =>
    text === undefined ? [] : [of(xmlText(text))]
  return [
    ' <teiHeader>',
    '  <fileDesc>',
    '   <titleStmt>',
    `    <title>${xmlText(title)}</title>`,
    ...line(author, text => `    <author>${text}</author>`),
    ...sets.map(
      ({ set }, at) =>
        `    <respStmt xml:id="u${at + 1}"><resp>annotation</resp><name>${xmlText(set.annotator)}</name></respStmt>`,
    ),
    '   </titleStmt>',
    '   <publicationStmt>',
    ...(outlet === undefined ? ['    <p/>'] : [`    <publisher>${xmlText(outlet)}</publisher>`]),
    ...(outlet === undefined
      ? []
      : line(published, text => `    <date when="${text}">${text}</date>`)),
    '   </publicationStmt>',
    '   <sourceDesc>',
    `    <bibl><idno type="isnad">${id}</idno>${[
      ...line(url, text => `<idno type="url">${text}</idno>`),
      ...(outlet === undefined
        ? line(published, text => `<date when="${text}">${text}</date>`)
        : []),
    ].join('')}</bibl>`,
    '   </sourceDesc>',
    '  </fileDesc>',
    `  <encodingDesc><p>string-range counts ${counted} from 0.</p></encodingDesc>`,
    ' </teiHeader>',
  ].join('\n')
}

function spanLine(
  { label, spans, attributes }: Annotation,
  name: string,
  place: (at: number) => number,
): string[] {
  const pairs = spans.map(({ start, end }) => `${place(start)},${place(end) - place(start)}`)
  const flat = flatAttributes(attributes)
  const fs = flat.length > 0 ? `#${name}.fs` : undefined
  const features = flat.map(
    ([key, value]) =>
      `<f${xmlAttribute('name', key)}><string>${xmlText(String(value))}</string></f>`,
  )
  return [
    `   <span xml:id="${name}" target="#string-range(text,${pairs.join(',')})"${xmlAttribute('ana', fs)}>${xmlText(label)}</span>`,
    ...(fs ? [`   <fs xml:id="${name}.fs">${features.join('')}</fs>`] : []),
  ]
}

/** What was said: annotations that comment, as TEI has them after the W3C's model. */
function commentLines(
  { document, remarks = [], sets }: Piece,
  place: (at: number) => number,
  nameOf: (annotator: string, annotation: string) => string | undefined,
): string[] {
  const told = toldComments(
    remarks,
    sets.map(({ set }) => set),
  )
  const names = namesOf(told, 'c')
  const lines = told.map(({ id, author, at, text, on, answers }) => {
    const { span } = on
    const said = on.annotator && on.annotation && nameOf(on.annotator, on.annotation)
    const passage =
      span && `string-range(text,${place(span.start)},${place(span.end) - place(span.start)})`
    const target = answers === undefined ? (said ?? passage ?? 'text') : names.get(answers)
    const motivation = answers === undefined ? 'commenting' : 'replying'
    return `   <annotation xml:id="${names.get(id)}" motivation="${motivation}" target="#${target}"><respStmt><resp when="${at}">comment</resp><name>${xmlText(author)}</name></respStmt><note>${xmlText(text)}</note></annotation>`
  })
  return lines.length > 0 && document.text !== ''
    ? ['  <listAnnotation type="comments">', ...lines, '  </listAnnotation>']
    : []
}

/** TEI P5: the text in one element, everything said about it in standOff. */
export function writeTei(piece: Piece, unit: OffsetUnit): string {
  const { document, sets } = piece
  const place = inUnit(document.text, unit)
  const groups = sets.flatMap(({ set }, at) => {
    const names = namesOf(set.annotations, `u${at + 1}.s`)
    const spans = set.annotations.flatMap(one => spanLine(one, names.get(one.id) ?? '', place))
    const links = set.relations.map(
      ({ type, from, to, order }) =>
        `   <link${xmlAttribute('type', type)} target="#${names.get(from)} #${names.get(to)}"${xmlAttribute('n', order)}/>`,
    )
    const isFeature = (line: string) => line.startsWith('   <fs ')
    const features = spans.filter(isFeature)
    return [
      `  <spanGrp type="annotation" resp="#u${at + 1}">`,
      ...spans.filter(line => !isFeature(line)),
      '  </spanGrp>',
      ...(features.length > 0 ? ['  <fvLib>', ...features, '  </fvLib>'] : []),
      ...(links.length > 0
        ? [`  <linkGrp type="relation" resp="#u${at + 1}">`, ...links, '  </linkGrp>']
        : []),
    ]
  })
  const spanNames = new Map(
    sets.map(({ set }, at) => [set.annotator, namesOf(set.annotations, `u${at + 1}.s`)]),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    headerOf(document, sets, unit),
    ' <standOff>',
    ...groups,
    ...commentLines(piece, place, (annotator, id) => spanNames.get(annotator)?.get(id)),
    ' </standOff>',
    ` <text xml:lang="ar"><body><ab xml:id="text" xml:space="preserve">${xmlText(document.text)}</ab></body></text>`,
    '</TEI>',
    '',
  ].join('\n')
}
