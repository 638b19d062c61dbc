import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { Stretch } from '../../text/paragraphs.ts'
import { tokensOf } from '../exchange/tokens.ts'
import { layersOf, type Scheme, tagsOf } from './layers.ts'

const word = (text: string) => text.replace(/[%\s]/gu, letter => encodeURIComponent(letter))

/** Tokens by line of the text: what stands between blank lines. */
export function sentencesOf(text: string, tokens: readonly Stretch[]): Stretch[][] {
  const sentences: Stretch[][] = []
  let last: Stretch | undefined
  for (const token of tokens) {
    const isNew = last === undefined || text.slice(last.end, token.start).includes('\n')
    if (isNew) sentences.push([token])
    else sentences.at(-1)?.push(token)
    last = token
  }
  return sentences
}

/** Four columns as in CoNLL-2003, and one more for each layer of nested annotations; a document opens with its id and annotator. */
export function writeRows(document: Document, set: AnnotationSet, scheme: Scheme): string {
  const { text, id } = document
  const tokens = tokensOf(text)
  const layers = layersOf(tokens, set.annotations).map(runs => tagsOf(tokens.length, runs, scheme))
  if (layers.length === 0) layers.push(new Array<string>(tokens.length).fill('O'))
  const lines = [`-DOCSTART- ${id} ${word(set.annotator)} O${' O'.repeat(layers.length - 1)}`, '']
  let at = 0
  for (const sentence of sentencesOf(text, tokens)) {
    for (const { start, end } of sentence) {
      lines.push(`${text.slice(start, end)} -X- -X- ${layers.map(tags => tags[at]).join(' ')}`)
      at++
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}
