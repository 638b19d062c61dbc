import { cliticsOf } from '../../annotations/arabic/clitics.ts'
import { nameWords } from '../../annotations/arabic/names.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { wordAt } from '../../annotations/text/boundaries.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { useSession } from './session.ts'

const known = new WeakMap<readonly Actor[], ReadonlySet<string>>()

/** Words of the project's actors, which no clitic is taken off. */
function namesNow(): ReadonlySet<string> {
  const { actors } = useSession.getState()
  const names =
    known.get(actors) ?? nameWords(actors.flatMap(({ name, aliases }) => [name.ar, ...aliases]))
  known.set(actors, names)
  return names
}

/** The word at a place without what is written to it, its article inside: the gold files' convention. */
export function stemAt(text: string, offset: number): Stretch | undefined {
  const word = wordAt(text, offset)
  if (!word) return undefined
  const { withArticle } = cliticsOf(text.slice(word.start, word.end), namesNow())
  return { start: word.start + withArticle, end: word.end }
}
