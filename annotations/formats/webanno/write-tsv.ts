import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { LabelScheme } from '../../model/scheme.ts'
import type { Stretch } from '../../text/paragraphs.ts'
import { sentencesOf } from '../conll/rows.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes, flatNames } from '../exchange/flat-attributes.ts'
import { relationLayer, spanLayer } from '../exchange/label-feature.ts'
import { tokensOf, tokensUnder } from '../exchange/tokens.ts'
import { escapeText, escapeValue } from './escapes.ts'

/** A row: a token, or a part of one that an annotation covers alone. */
type Unit = Stretch & { name: string; annotations: Annotation[] }
type Token = Unit & { parts: Unit[] }

const byPlaceOf = (a: Stretch, b: Stretch) => a.start - b.start || a.end - b.end

/** Tokens named by sentence and number, with the parts that annotations begin or end in. */
function unitsOf(text: string, annotations: readonly Annotation[]) {
  const stretches = tokensOf(text)
  const sentences: Token[][] = sentencesOf(text, stretches).map((sentence, n) =>
    sentence.map((token, at) => ({
      ...token,
      name: `${n + 1}-${at + 1}`,
      annotations: [],
      parts: [],
    })),
  )
  const tokens = sentences.flat()
  const units = new Map<Annotation, Unit[]>()
  for (const annotation of annotations) {
    const [span] = annotation.spans
    const under = span && tokensUnder(stretches, span)
    const own: Unit[] = []
    if (span && under)
      for (const token of tokens.slice(under[0], under[1] + 1)) {
        const start = Math.max(token.start, span.start)
        const end = Math.min(token.end, span.end)
        let unit: Unit | undefined = token
        if (start !== token.start || end !== token.end) {
          unit = token.parts.find(part => part.start === start && part.end === end)
          if (!unit) {
            unit = { start, end, name: '', annotations: [] }
            token.parts.push(unit)
          }
        }
        unit.annotations.push(annotation)
        own.push(unit)
      }
    units.set(annotation, own)
  }
  for (const token of tokens) {
    token.parts.sort(byPlaceOf)
    for (const [at, part] of token.parts.entries()) part.name = `${token.name}.${at + 1}`
  }
  return { sentences, units }
}

/** Numbers for annotations that a row alone does not tell apart: of several rows, or stacked. */
function numbersOf(units: ReadonlyMap<Annotation, readonly Unit[]>): Map<Annotation, number> {
  const numbers = new Map<Annotation, number>()
  for (const [annotation, own] of units)
    if (own.length > 1 || own.some(unit => unit.annotations.length > 1))
      numbers.set(annotation, numbers.size + 1)
  return numbers
}

const bracketed = (number: number | undefined) => (number === undefined ? '' : `[${number}]`)

export function tsvHeader(scheme: LabelScheme, withRelations: boolean): string[] {
  const features = ['label', ...flatNames(scheme).map(toJavaName)]
  return [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${spanLayer}|${features.join('|')}`,
    ...(withRelations ? [`#T_RL=${relationLayer}|kind|order|BT_${spanLayer}`] : []),
    '',
    '',
  ]
}

/** One file of WebAnno TSV 3.3; offsets are UTF-16 units, every line of the text is a sentence. */
export function writeTsv(document: Document, set: AnnotationSet, scheme: LabelScheme): string {
  const { text } = document
  const { sentences, units } = unitsOf(text, set.annotations)
  const numbers = numbersOf(units)
  const names = flatNames(scheme)
  const values = new Map(set.annotations.map(one => [one, new Map(flatAttributes(one.attributes))]))
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  const firstUnit = (annotation: Annotation | undefined) => annotation && units.get(annotation)?.[0]
  const links = new Map<Unit, { kind: string; order: string; from: string }[]>()
  for (const { type, from, to, order } of set.relations) {
    const [source, target] = [byId.get(from), byId.get(to)]
    const [at, row] = [firstUnit(source), firstUnit(target)]
    if (!source || !target || !at || !row) continue
    const [a, b] = [numbers.get(source) ?? 0, numbers.get(target) ?? 0]
    const ends = a === 0 && b === 0 ? '' : `[${a}_${b}]`
    const link = { kind: escapeValue(type), order: String(order ?? '*'), from: `${at.name}${ends}` }
    links.set(row, [...(links.get(row) ?? []), link])
  }
  const column = (unit: Unit, value: (annotation: Annotation) => string | undefined) => {
    if (unit.annotations.length === 0) return '_'
    return unit.annotations
      .map(one => {
        const said = value(one)
        return `${said === undefined || said === '' ? '*' : escapeValue(said)}${bracketed(numbers.get(one))}`
      })
      .join('|')
  }
  const withRelations = scheme.relationTypes.length > 0
  const row = (unit: Unit) => {
    const own = links.get(unit) ?? []
    const stacked = (of: 'kind' | 'order' | 'from') =>
      own.length === 0 ? '_' : own.map(link => link[of]).join('|')
    const features = names.map(name =>
      column(unit, one => {
        const value = values.get(one)?.get(name)
        return value === undefined ? undefined : String(value)
      }),
    )
    return [
      unit.name,
      `${unit.start}-${unit.end}`,
      escapeText(text.slice(unit.start, unit.end)),
      column(unit, ({ label }) => label),
      ...features,
      ...(withRelations ? [stacked('kind'), stacked('order'), stacked('from')] : []),
      '',
    ].join('\t')
  }
  const lines = tsvHeader(scheme, withRelations)
  for (const sentence of sentences) {
    const [first, last] = [sentence[0] as Token, sentence.at(-1) as Token]
    lines.push(`#Text=${escapeText(text.slice(first.start, last.end))}`)
    for (const token of sentence) {
      lines.push(row(token))
      for (const part of token.parts) lines.push(row(part))
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}
