import type { Result } from '../../annotations/api/result.ts'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { call } from '../bridge.ts'
import { flush } from './autosave.ts'
import { useEditor } from './editor.ts'

let asked = 0

/** Read a document and one annotator's set of it into the editor. A later opening overtakes an earlier one. */
export async function openInEditor(
  project: string,
  id: string,
  annotator: string,
): Promise<Result<undefined>> {
  const turn = ++asked
  const [document, placed] = await Promise.all([
    call('documents.read', { project, id }),
    call('sets.read', { project, documentId: id, annotator }),
  ])
  if (!document.ok) return document
  if (!placed.ok) return placed
  if (turn !== asked) return { ok: true, value: undefined }
  // The document before is on the screen until now, and may have been worked on since.
  if (!(await flush())) return { ok: true, value: undefined }
  useEditor.setState({
    loading: false,
    open: {
      project,
      document: document.value,
      paragraphs: paragraphsOf(document.value.text),
      set: placed.value.set,
      lost: placed.value.lost,
    },
    selection: { anchor: 0, focus: 0 },
    current: undefined,
    linking: undefined,
    undo: [],
    redo: [],
    pending: [],
    save: { kind: 'saved', at: placed.value.set.updated },
  })
  return { ok: true, value: undefined }
}
