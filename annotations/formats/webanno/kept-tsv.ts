import type { Stretch } from '../../text/paragraphs.ts'
import { isRecord, type KeptSet } from '../exchange/foreign.ts'
import { isWhite } from '../exchange/tokens.ts'
import { isOwn, type Layer, layersIn } from './tsv-layers.ts'
import type { TsvSentence } from './tsv-rows.ts'

/** What a file says beside its annotations: its header, and where its sentences and words are. */
export const keepTsv = (
  header: readonly string[],
  sentences: readonly TsvSentence[],
  length: number,
) => ({
  header: header.filter(line => line.startsWith('#T_')),
  length,
  // Words as how far each begins after the one before, and how long it is.
  words: sentences.map(({ tokens }) => {
    let at = 0
    return tokens.flatMap(({ start, end }) => {
      const pair = [start - at, end - start]
      at = end
      return pair
    })
  }),
  ...(sentences.some(({ id }) => id !== undefined) && {
    ids: sentences.map(({ id }) => id ?? ''),
  }),
})

export type KeptTsv = { layers: Layer[]; sentences: Stretch[][] | undefined; ids: string[] }

/** Words that hold every letter of the text, in order. */
function sentencesFrom(text: string, said: unknown): Stretch[][] | undefined {
  if (!Array.isArray(said)) return undefined
  const sentences: Stretch[][] = []
  let last = 0
  for (const words of said) {
    if (!Array.isArray(words) || words.length === 0 || !words.every(Number.isInteger))
      return undefined
    const sentence: Stretch[] = []
    let at = 0
    for (let n = 0; n + 1 < words.length; n += 2) {
      const start = at + Number(words[n])
      const end = start + Number(words[n + 1])
      if (start < last || end <= start || end > text.length) return undefined
      for (let gap = last; gap < start; gap++) if (!isWhite(text, gap)) return undefined
      sentence.push({ start, end })
      at = end
      last = end
    }
    sentences.push(sentence)
  }
  for (let gap = last; gap < text.length; gap++) if (!isWhite(text, gap)) return undefined
  return sentences
}

/** What was kept of the file a set came from, as far as it still holds. */
export function keptTsv(kept: KeptSet | undefined, text: string): KeptTsv {
  const said = kept?.record
  if (!isRecord(said) || !Array.isArray(said.header))
    return { layers: [], sentences: undefined, ids: [] }
  const header = said.header.filter(line => typeof line === 'string' && !/[\n\r\t]/.test(line))
  const fits = said.length === text.length
  return {
    layers: layersIn(header).filter(layer => !isOwn(layer)),
    sentences: fits ? sentencesFrom(text, said.words) : undefined,
    ids: fits && Array.isArray(said.ids) ? said.ids.map(String) : [],
  }
}
