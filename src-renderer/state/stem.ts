import { nameWords } from '../../annotations/arabic/names.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { beginningsOf } from '../../annotations/model/written-form.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { closed } from '../../annotations/text/widen.ts'
import { useSession } from './session.ts'

const known = new WeakMap<readonly Actor[], ReadonlySet<string>>()

/** Words of the project's actors, which no clitic is taken off. */
export function namesNow(): ReadonlySet<string> {
  const { actors } = useSession.getState()
  const names =
    known.get(actors) ?? nameWords(actors.flatMap(({ name, aliases }) => [name.ar, ...aliases]))
  known.set(actors, names)
  return names
}

/** The word at a place as the guideline takes words: without what is written to it and its article inside, unless it says otherwise. */
export function stemAt(text: string, offset: number): Stretch | undefined {
  const ways = beginningsOf(text, offset, namesNow())
  const snapping = useSession.getState().project?.project.scheme.snapping ?? 'with-article'
  // A whole word with a quotation mark in it has both.
  return ways && closed(text, { start: ways[snapping], end: ways.end })
}
