import type { Region } from '../../annotations/model/document.ts'
import { markRegion } from '../../annotations/model/mark-region.ts'
import { paragraphAt, type Stretch } from '../../annotations/text/paragraphs.ts'
import { call } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { selected, useEditor } from './editor.ts'
import { announce, fail } from './session.ts'

/** The paragraphs a selection touches, or the caret's. */
export function chosenParagraphs(paragraphs: readonly Stretch[], { start, end }: Stretch): Stretch {
  const first = paragraphs[paragraphAt(paragraphs, start)] as Stretch
  const last = paragraphs[paragraphAt(paragraphs, Math.max(start, end - 1))] as Stretch
  return { start: first.start, end: last.end }
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
