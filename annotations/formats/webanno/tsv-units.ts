import type { Annotation } from '../../model/annotation.ts'
import type { Stretch } from '../../text/paragraphs.ts'
import { sentencesOf } from '../conll/rows.ts'
import { tokensOf, tokensUnder } from '../exchange/tokens.ts'

/** A row: a token, or a part of one that an annotation covers alone. */
export type Unit = Stretch & { name: string; annotations: Annotation[] }
export type Token = Unit & { parts: Unit[] }

const byPlaceOf = (a: Stretch, b: Stretch) => a.start - b.start || a.end - b.end

/** The tokens of every sentence, as they are or as the file has them that a set came from. */
export const stretchesOf = (text: string, kept: Stretch[][] | undefined): Stretch[][] =>
  kept ?? sentencesOf(text, tokensOf(text))

/** Tokens named by sentence and number, with the parts that annotations begin or end in. */
export function unitsOf(sentences: readonly Stretch[][], annotations: readonly Annotation[]) {
  const named: Token[][] = sentences.map((sentence, n) =>
    sentence.map(({ start, end }, at) => ({
      ...{ start, end, name: `${n + 1}-${at + 1}` },
      annotations: [],
      parts: [],
    })),
  )
  const tokens = named.flat()
  const units = new Map<Annotation, Unit[]>()
  for (const annotation of annotations) {
    const [span] = annotation.spans
    const under = span && tokensUnder(tokens, span)
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
  return { sentences: named, units }
}

/** Numbers for annotations that a row and a layer alone do not tell apart: of several rows, or stacked. */
export function numbersOf(
  units: ReadonlyMap<Annotation, readonly Unit[]>,
  layerOf: (annotation: Annotation) => unknown,
  isAmbiguous: (annotation: Annotation) => boolean,
): Map<Annotation, number> {
  const numbers = new Map<Annotation, number>()
  const isStacked = (annotation: Annotation, unit: Unit) =>
    unit.annotations.some(other => other !== annotation && layerOf(other) === layerOf(annotation))
  for (const [annotation, own] of units)
    if (own.length > 1 || isAmbiguous(annotation) || own.some(unit => isStacked(annotation, unit)))
      numbers.set(annotation, numbers.size + 1)
  return numbers
}
