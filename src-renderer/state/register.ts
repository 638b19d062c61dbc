import { registerOf, settledActors } from '../../annotations/actors/register.ts'
import type { Output } from '../../annotations/api/contract.ts'
import type { ProjectView } from '../../annotations/api/views.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { call, onEvent } from '../bridge.ts'
import { fail, useSession } from './session.ts'

/** What the session keeps of a register: its files, who there is, and whom every id means. */
function registerState(stored: readonly Actor[]) {
  return { storedActors: stored, actors: settledActors(stored), register: registerOf(stored) }
}

export const registerOfProject = ({ actors, propositions, exceptions }: ProjectView) => ({
  ...registerState(actors),
  propositions,
  exceptions,
})

function put<T extends { id: string }>(
  list: readonly T[],
  some: readonly T[],
  gone: readonly string[],
) {
  const ids = new Set([...some.map(({ id }) => id), ...gone])
  return [...list.filter(({ id }) => !ids.has(id)), ...some]
}

export function putActors(some: readonly Actor[], gone: readonly string[] = []) {
  const { storedActors } = useSession.getState()
  const known = new Map(storedActors.map(actor => [actor.id, actor]))
  const news = some.filter(one => JSON.stringify(known.get(one.id)) !== JSON.stringify(one))
  if (news.length > 0 || gone.some(id => known.has(id)))
    useSession.setState(registerState(put(storedActors, news, gone)))
}

export const putPropositions = (some: readonly Proposition[], gone: readonly string[] = []) =>
  useSession.setState(({ propositions }) => ({ propositions: put(propositions, some, gone) }))

/** What any window does to the register is seen in all of them. */
export const hearRegister = (): (() => void) =>
  onEvent(event => {
    if (event.kind !== 'register' || event.project !== useSession.getState().project?.folder) return
    const { actors, propositions, exceptions } = event
    if (actors) putActors(actors.put, actors.removed)
    if (propositions) putPropositions(propositions.put, propositions.removed)
    if (exceptions) useSession.setState({ exceptions })
  })

/** Make or change an actor; whether it could be is the answer, and why it could not is said. */
export async function saveActor(actor: Actor, basedOn?: Actor): Promise<Actor | undefined> {
  const { project } = useSession.getState()
  if (!project) return undefined
  const asked = basedOn ? { actor, basedOn } : { actor }
  const saved = await call('actors.save', { project: project.folder, ...asked })
  if (!saved.ok) {
    fail(saved.failure)
    return undefined
  }
  putActors([saved.value])
  return saved.value
}

export async function saveProposition(proposition: Proposition): Promise<boolean> {
  const { project } = useSession.getState()
  if (!project) return false
  const saved = await call('propositions.save', { project: project.folder, proposition })
  if (!saved.ok) fail(saved.failure)
  else putPropositions([saved.value])
  return saved.ok
}

/** What a mention that was linked to an actor is called is learned; what was learned is the answer. */
export async function learn(id: string, quote: string): Promise<Output<'actors.learn'>['lesson']> {
  const { project } = useSession.getState()
  if (!project) return undefined
  const learned = await call('actors.learn', { project: project.folder, id, quote })
  // Nobody asked for it: where it cannot be, nothing is lost but the convenience.
  if (!learned.ok) return undefined
  if (learned.value.actor) putActors([learned.value.actor])
  return learned.value.lesson
}

/** Strings that name nobody here: no suggestion is made of them any more. */
export async function addExceptions(texts: readonly string[]): Promise<void> {
  const { project, annotator } = useSession.getState()
  if (!project || texts.length === 0) return
  const said = await call('exceptions.add', {
    project: project.folder,
    annotator,
    texts: [...texts],
  })
  if (said.ok) useSession.setState({ exceptions: said.value.exceptions })
  else fail(said.failure)
}

export async function removeException(text: string): Promise<void> {
  const { project } = useSession.getState()
  if (!project) return
  const said = await call('exceptions.remove', { project: project.folder, texts: [text] })
  if (said.ok) useSession.setState({ exceptions: said.value.exceptions })
  else fail(said.failure)
}
