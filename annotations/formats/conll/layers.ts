import type { Annotation } from '../../model/annotation.ts'
import { byPlace } from '../../model/annotation.ts'
import type { Stretch } from '../../text/paragraphs.ts'
import { tokensUnder } from '../exchange/tokens.ts'

export type Run = { label: string; first: number; last: number }

/** Annotations as runs of tokens in as few columns as hold them side by side, the outer ones first. */
export function layersOf(tokens: readonly Stretch[], annotations: readonly Annotation[]): Run[][] {
  const layers: Run[][] = []
  const ends: number[] = []
  for (const { label, spans } of [...annotations].sort(byPlace)) {
    const [span] = spans
    const under = span && tokensUnder(tokens, span)
    if (!under) continue
    const [first, last] = under
    const free = ends.findIndex(end => end < first)
    const at = free === -1 ? layers.length : free
    const layer = layers[at] ?? []
    layers[at] = layer
    layer.push({ label, first, last })
    ends[at] = last
  }
  return layers
}

export type Scheme = 'iob2' | 'bioes'

/** The tags of one layer, a tag a token. */
export function tagsOf(count: number, runs: readonly Run[], scheme: Scheme): string[] {
  const tags = new Array<string>(count).fill('O')
  for (const { label, first, last } of runs)
    for (let at = first; at <= last; at++) {
      const inside = scheme === 'bioes' && at === last ? 'E' : 'I'
      const single = scheme === 'bioes' && first === last
      tags[at] = `${single ? 'S' : at === first ? 'B' : inside}-${label}`
    }
  return tags
}

const tag = /^(?:([BIESLUM])[-_])?(.+)$/

/** What may stand in a column of tags. */
export const isTag = (word: string) => word === 'O' || /^[BIESLUM][-_]\S/.test(word)

/** Does a column use I for a beginning too (IOB1): after O, or after another label, inside one sentence. */
function isIob1(sentences: readonly (readonly string[])[]): boolean {
  return sentences.some(tags =>
    tags.some((word, at) => {
      if (at === 0 || !/^I[-_]/.test(word)) return false
      return (tags[at - 1] as string).slice(2) !== word.slice(2)
    }),
  )
}

/**
 * Runs of tokens from tags of IOB1, IOB2, BIOES and BILOU alike; tokens are counted through all sentences. Of IOB2 and
 * BIOES a run may go on over the end of a sentence, of IOB1 it cannot be told from a new one.
 */
export function runsOf(sentences: readonly (readonly string[])[]): Run[] {
  const endsWithSentence = isIob1(sentences)
  const runs: Run[] = []
  let open: Run | undefined
  let at = 0
  for (const tags of sentences) {
    if (endsWithSentence) open = undefined
    for (const word of tags) {
      const [, kind = '', label = ''] = word === 'O' ? [] : (tag.exec(word) ?? [])
      if (label === '' || label === 'O') open = undefined
      else if (/[IMEL]/.test(kind || 'I') && open?.label === label) open.last = at
      else {
        open = { label, first: at, last: at }
        runs.push(open)
      }
      if (/[ESLU]/.test(kind)) open = undefined
      at++
    }
  }
  return runs
}
