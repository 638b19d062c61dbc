import { say } from '../strings/words.ts'
import { onStep, redo, undo, useEditor } from './editor.ts'
import { stepOnceKnown, stepsKnown } from './history.ts'
import { openDocument } from './navigation.ts'
import { announce, useSession } from './session.ts'

/** Of this sitting: in which document each step was made that was not taken back, and those that were; the last at the end. */
type Trail = { of: string; made: string[]; back: string[] }

let trail: Trail = { of: '', made: [], back: [] }

/** Steps are one person's in one project. */
function trailNow(): Trail {
  const { project, annotator } = useSession.getState()
  const of = `${project?.folder} ${annotator}`
  if (trail.of !== of) trail = { of, made: [], back: [] }
  return trail
}

const here = () => useEditor.getState().open?.document.id

/** The list without the last mention of a document. */
function withoutLast(list: readonly string[], id: string): string[] {
  const at = list.lastIndexOf(id)
  return at === -1 ? [...list] : list.toSpliced(at, 1)
}

onStep((kind, id) => {
  const { of, made, back } = trailNow()
  if (kind === 'made') trail = { of, made: [...made, id], back: back.filter(one => one !== id) }
  if (kind === 'undone') trail = { of, made: withoutLast(made, id), back: [...back, id] }
  if (kind === 'redone') trail = { of, made: [...made, id], back: withoutLast(back, id) }
})

/** The last document of some steps that is still there, if none of them was in the one that is open. */
function elsewhere(steps: readonly string[]): string | undefined {
  const { documents, reviewing } = useSession.getState()
  const id = here()
  if (reviewing !== undefined || (id !== undefined && steps.includes(id))) return undefined
  return steps.findLast(step => documents.some(one => one.id === step))
}

const ways = {
  back: { step: undo, said: 'said.undone', saidIn: 'said.undone-in' },
  forth: { step: redo, said: 'said.redone', saidIn: 'said.redone-in' },
} as const

/** What was done in a document that is no longer open is taken back where it was done, and that is said. */
async function stepIn(id: string, way: keyof typeof ways, times: number): Promise<void> {
  const { step, saidIn } = ways[way]
  await openDocument(id)
  await stepsKnown()
  if (here() !== id) return
  let stepped = false
  for (let time = 0; time < times && step(); time++) stepped = true
  const title = useSession.getState().documents.find(one => one.id === id)?.title ?? id
  if (stepped) announce(say(saidIn, { title }))
}

/**
 * A step back or forth: in the open document, if anything was done there in this sitting; else where the last thing was
 * done; and where nothing was done in this sitting, what was done to the open document before.
 */
export function stepWhereDone(way: keyof typeof ways, times: number): boolean {
  const { made, back } = trailNow()
  const id = elsewhere(way === 'back' ? made : back)
  if (id !== undefined) {
    void stepIn(id, way, times)
    return true
  }
  const { step, said } = ways[way]
  let heard = false
  const stepped = () => announce(say(said))
  for (let time = 0; time < times && stepOnceKnown(step, stepped); time++) heard = true
  return heard
}
