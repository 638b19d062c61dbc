import { findFolded } from '../../annotations/arabic/find-folded.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { extentOf } from '../../annotations/model/annotation.ts'
import { say } from '../strings/words.ts'
import { noticeCaret } from './actions.ts'
import { goTo, moveCaret, useEditor } from './editor.ts'
import { foldedText } from './finding.ts'
import { announce, useSession } from './session.ts'

/** The next mention of an actor after the caret: one tagged as it, or else words that name it. */
export function goToActor(actor: Actor) {
  const { open, selection } = useEditor.getState()
  const { register } = useSession.getState()
  const text = foldedText()
  if (!open || !text) return
  const tagged = open.set.annotations.filter(
    ({ attributes }) =>
      typeof attributes.actor === 'string' && register.get(attributes.actor)?.id === actor.id,
  )
  const next = tagged.find(mention => extentOf(mention).start > selection.focus) ?? tagged[0]
  if (next) return goTo(next)
  for (const name of [actor.name.ar, ...actor.aliases]) {
    const match = findFolded(text, name, selection.focus + 1)
    if (!match) continue
    useEditor.setState({ found: match })
    moveCaret(match.start)
    return noticeCaret()
  }
  announce(say('said.no-mention', { name: actor.name.ar }))
}
