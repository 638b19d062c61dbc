import { call } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { useEditor } from './editor.ts'
import { announce, fail, useSession } from './session.ts'

/** Milliseconds after which a lock that someone else holds is asked for again. */
const askAgain = 5000

const set = useSession.setState
const get = useSession.getState

let timer: ReturnType<typeof setTimeout> | undefined

/** Be the one who writes here, or know who is. Called again when the project or the annotator is another. */
export async function hold(afresh: () => Promise<void>): Promise<void> {
  clearTimeout(timer)
  const { project, annotator } = get()
  if (!project || annotator === '') return set({ heldBy: undefined })
  const asked = { project: project.folder, annotator }
  const held = await call('project.hold', asked)
  if (get().project?.folder !== asked.project || get().annotator !== annotator) return
  // A folder nothing can be written to says so when something is to be saved.
  if (!held.ok) return set({ heldBy: undefined })
  const before = get().heldBy
  const { holder, settled } = held.value
  set({ heldBy: holder })
  if (holder) {
    timer = setTimeout(() => void hold(afresh), askAgain)
    return
  }
  if (before || settled > 0) await afresh()
  if (before) announce(say('held.over'))
  if (settled > 0) announce(say('held.settled', { count: settled }))
}

/** A set that could not be read: aside with it, and the newest good state in its place. */
export async function recover(documentId: string): Promise<boolean> {
  const { project, annotator } = get()
  if (!project) return false
  const done = await call('sets.recover', { project: project.folder, documentId, annotator })
  if (done.ok) {
    set({ broken: undefined })
    return true
  }
  fail(done.failure)
  return false
}

/** Why nothing may be changed now, if so. */
/** Has the open article unsaved work of its own? */
export const isAtRest = () => {
  const { pending, save } = useEditor.getState()
  return pending.length === 0 && (save.kind === 'saved' || save.kind === 'conflict')
}
