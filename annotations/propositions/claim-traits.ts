import { cliticsOf } from '../arabic/clitics.ts'
import { fold } from '../arabic/fold.ts'
import { foldedWords } from '../arabic/folded-words.ts'
import type { Actor } from '../model/actor.ts'
import { type Annotation, quoteOf } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'

/** What claims are compared by: the words that say something, who they are of, when they are about. */
export type Traits = {
  /** Stems, each as one of the words it was written. */
  readonly words: ReadonlyMap<string, string>
  /** Ids of the register. */
  readonly actors: ReadonlySet<string>
  /** Values of dates, cut to the month. */
  readonly dates: ReadonlySet<string>
}

/** Words that every claim may hold. */
const empty = new Set(
  'في من الي علي عن مع بعد قبل حتي منذ عند لدي بين ان انه انها انهم اذا لم لن لا ما هو هي هم هذا هذه ذلك تلك قد كان كانت كل غير ايضا او ام ثم لكن كما حيث التي الذي الذين سوف ليس ليست اي بل نحو خلال ضد حول فيها فيه منها منه عليها عليه لها له بها به the a an of to in on for and or is are was were be by at that this it its with will not'.split(
    ' ',
  ),
)

const feminine = /(?:ات|ين|ون|ان|ها|هم|يه|ه|ي)$/

/** A word without what is written before it and its commonest endings: enough to tell that two speak of one thing. */
function stemOf(word: string): string {
  const normal = fold(cliticsOf(word).normalised).folded
  const bare = normal.length > 4 && normal.startsWith('ال') ? normal.slice(2) : normal
  const future = /^س[يتن]..../.test(bare) ? bare.slice(1) : bare
  return future.length > 4 ? future.replace(feminine, '') : future
}

/** The news says it in the same words: the stem of a word met before is not found anew. */
const stems = new Map<string, string>()
const stemsKept = 50_000

function knownStemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= stemsKept) stems.clear()
  const stem = stemOf(word)
  stems.set(word, stem)
  return stem
}

export function wordsIn(text: string): Map<string, string> {
  const folded = fold(text)
  const words = new Map<string, string>()
  for (const { start, end } of foldedWords(folded.folded)) {
    const key = folded.folded.slice(start, end)
    if (key.length < 2 || empty.has(key)) continue
    const written = text.slice(folded.toOriginal(start), folded.toOriginalEnd(end))
    const stem = knownStemOf(written)
    if (stem.length > 1 && !empty.has(stem) && !words.has(stem)) words.set(stem, written)
  }
  return words
}

/** `register`: every id, and the actor that speaks for it. */
export function traitsOf(
  claim: Annotation,
  { annotations, relations }: Pick<AnnotationSet, 'annotations' | 'relations'>,
  register: ReadonlyMap<string, Actor>,
): Traits {
  const ends = new Set(relations.flatMap(({ from, to }) => (from === claim.id ? [to] : [])))
  const [first, last] = [claim.spans[0]?.start ?? 0, claim.spans.at(-1)?.end ?? 0]
  const actors = new Set<string>()
  const dates = new Set<string>()
  for (const { id, spans, attributes } of annotations) {
    const start = spans[0]?.start ?? -1
    if (!ends.has(id) && (start < first || start >= last)) continue
    for (const value of Object.values(attributes)) {
      const actor = typeof value === 'string' ? register.get(value) : undefined
      if (actor) actors.add(actor.id)
      if (typeof value === 'object' && /^\d{4}/.test(value.value))
        dates.add(value.value.slice(0, 7))
    }
  }
  return { words: wordsIn(quoteOf(claim)), actors, dates }
}
