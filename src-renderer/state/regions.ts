import type { Failure } from '../../annotations/api/failures.ts'
import type { Region } from '../../annotations/model/document.ts'
import { markRegion } from '../../annotations/model/mark-region.ts'
import { paragraphAt, type Stretch } from '../../annotations/text/paragraphs.ts'
import { call } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { selected, useEditor } from './editor.ts'
import { announce, fail, useSession } from './session.ts'

/** The paragraphs a selection touches, or the caret's. */
export function chosenParagraphs(paragraphs: readonly Stretch[], { start, end }: Stretch): Stretch {
  const first = paragraphs[paragraphAt(paragraphs, start)] as Stretch
  const last = paragraphs[paragraphAt(paragraphs, Math.max(start, end - 1))] as Stretch
  return { start: first.start, end: last.end }
}

/** Regions of the article at hand as they are on the disk, if they were changed there. */
export async function showRegions(changed: readonly string[]): Promise<void> {
  const { open } = useEditor.getState()
  if (!open || !changed.includes(open.document.id)) return
  const read = await call('documents.read', { project: open.project, id: open.document.id })
  if (!read.ok) return fail(read.failure)
  const now = useEditor.getState().open
  if (now?.document.id !== read.value.id) return
  const { regions } = read.value
  useEditor.setState({ open: { ...now, document: { ...now.document, regions } } })
}

/** Lines that were dimmed because they recur are body again, wherever they are; the answer is what went wrong. */
export async function giveBackLines(keys: readonly string[]): Promise<Failure | undefined> {
  const project = useSession.getState().project?.folder
  if (project === undefined) return undefined
  const job = crypto.randomUUID()
  const given = await call('documents.give-back', { project, job, keys: [...keys] })
  if (!given.ok) return given.failure
  await showRegions(given.value.documents)
  return undefined
}

/** Make the paragraphs at hand furniture, or body again; said and saved at once. */
export async function markHere(kind: Region['kind']): Promise<void> {
  const { open, selection } = useEditor.getState()
  if (!open) return
  const { document, project } = open
  const regions = markRegion(
    document.regions,
    chosenParagraphs(open.paragraphs, selected(selection)),
    kind,
    document.text.length,
  )
  const marked = await call('documents.mark', { project, id: document.id, regions })
  if (!marked.ok) return fail(marked.failure)
  const now = useEditor.getState().open
  if (now?.document.id !== document.id) return
  useEditor.setState({
    open: { ...now, document: { ...now.document, regions: marked.value.regions } },
  })
  announce(say(kind === 'body' ? 'regions.body' : 'regions.dimmed'))
}
