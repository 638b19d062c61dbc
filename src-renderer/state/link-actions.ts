import { type AttributeValue, quoteOf } from '../../annotations/model/annotation.ts'
import { linkOf, moveOf } from '../../annotations/model/chain.ts'
import { unlinkOf } from '../../annotations/model/change.ts'
import type { RelationType } from '../../annotations/model/scheme.ts'
import { language, say } from '../strings/words.ts'
import { annotationById } from './actions.ts'
import { make, useEditor } from './editor.ts'
import { newId } from './new-id.ts'
import { announce } from './session.ts'

const get = useEditor.getState

/** Say something of a link, or nothing any more. */
export function setLinkAttribute(
  id: string,
  attribute: string,
  value: AttributeValue | undefined,
): void {
  const relation = get().open?.set.relations.find(one => one.id === id)
  if (!relation) return
  const { attributes = {}, ...rest } = relation
  const { [attribute]: _, ...others } = attributes
  const next = value === undefined ? others : { ...others, [attribute]: value }
  const said = Object.keys(next).length > 0 ? { attributes: next } : {}
  make([{ kind: 'put-relation', relation: { ...rest, ...said } }])
}

/** Link two annotations; an ordered link goes to the end of its chain. */
export function link(type: RelationType, from: string, to: string): void {
  const { open } = get()
  if (!open) return
  make(linkOf(open.set, { id: newId('r'), type: type.id, from, to, ordered: type.ordered }))
  const target = annotationById(to)
  announce(
    say('said.linked', { quote: target ? quoteOf(target) : '', type: type.name[language()] }),
  )
}

export function unlink(id: string): void {
  const { open } = get()
  if (open) make(unlinkOf(open.set, id))
}

/** Move a link one place outwards (-1) or inwards (1) in its chain. */
export function moveInChain(id: string, by: -1 | 1): void {
  const { open } = get()
  if (open) make(moveOf(open.set, id, by))
}
