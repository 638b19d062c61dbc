import { actorAttributes } from '../../annotations/actors/mentions.ts'
import { isPronoun } from '../../annotations/actors/pronouns.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { kindOfQuote } from '../../annotations/suggest/kind-of-quote.ts'
import { language, say } from '../strings/words.ts'
import { annotationById } from './actions.ts'
import { candidatesFor } from './candidates.ts'
import { make, useEditor } from './editor.ts'
import { inspector } from './focus-places.ts'
import { newActor } from './new-actor.ts'
import { learn, saveActor } from './register.ts'
import { announce, useSession } from './session.ts'

export const nameOf = ({ name }: Actor) => (language() === 'en' && name.en) || name.ar

/** What a mention is linked to the register by. */
function attributeOf(annotation: Annotation): string | undefined {
  const scheme = useSession.getState().project?.project.scheme
  return scheme && actorAttributes(scheme, annotation.label)[0]
}

/** The link and, where the mention has been given no kind yet, the actor's: one step of the set. */
function setActor(annotation: Annotation, attribute: string, actor: Actor) {
  const scheme = useSession.getState().project?.project.scheme
  const kinds =
    scheme && labelOf(scheme, annotation.label)?.attributes.find(one => one.id === 'kind')
  const now = annotationById(annotation.id)
  if (!now) return
  const takesKind =
    now.attributes.kind === undefined &&
    kinds?.type === 'choice' &&
    kinds.choices.some(({ id }) => id === actor.kind)
  const attributes = {
    ...now.attributes,
    [attribute]: actor.id,
    ...(takesKind ? { kind: actor.kind } : {}),
  }
  make([{ kind: 'put-annotation', annotation: { ...now, attributes } }])
}

/** A mention is of an actor: that is set, said, and what the actor is called there is learned. */
export async function linkTo(annotation: Annotation, attribute: string, actor: Actor) {
  setActor(annotation, attribute, actor)
  announce(say('actor.linked', { name: nameOf(actor) }))
  const lesson = await learn(actor.id, quoteOf(annotation))
  if (lesson)
    announce(say(`actor.learned-${lesson.as}`, { name: nameOf(actor), text: lesson.text }))
}

/** An actor made of what a mention says, or of what is typed, and linked. */
export async function linkToNew(annotation: Annotation, attribute: string, name: string) {
  const { kind: said } = annotation.attributes
  const kind = actorKinds.find(kind => kind === said) ?? kindOfQuote(name) ?? 'other'
  const actor = newActor(name, kind)
  if (!(await saveActor(actor))) return
  setActor(annotation, attribute, actor)
  announce(say('actor.linked-made', { name }))
  // Named otherwise than it is called here: this is another name of it.
  if (fold(name).folded !== fold(quoteOf(annotation)).folded)
    await learn(actor.id, quoteOf(annotation))
}

/** The mention at hand linked by one key: to the likeliest, or where nobody is likely to somebody new. */
export function linkCurrent(): boolean {
  const annotation = annotationById(useEditor.getState().current)
  const attribute = annotation && attributeOf(annotation)
  if (!annotation || !attribute) {
    announce(say(annotation ? 'actor.no-attribute' : 'actor.nothing'))
    return true
  }
  const quote = quoteOf(annotation)
  const [first] = candidatesFor(annotation, `${quote} `, 1)
  if (first) void linkTo(annotation, attribute, first.actor)
  else if (isPronoun(quote)) announce(say('register.none'))
  else void linkToNew(annotation, attribute, quote)
  return true
}

/** The fields beside the text, at the actor of the mention at hand. */
export function chooseActor(): boolean {
  const { current } = useEditor.getState()
  if (current === undefined) {
    announce(say('actor.nothing'))
    return true
  }
  inspector.focus()
  let tries = 0
  const look = () => {
    const selector = `[data-editing="${CSS.escape(current)}"] [data-attribute="actor"] input`
    const field = document.querySelector<HTMLElement>(selector)
    if (field && tries > 2) field.focus()
    else if (tries++ < 40) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  return true
}
