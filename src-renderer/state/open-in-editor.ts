import type { Result } from '../../annotations/api/result.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { call } from '../bridge.ts'
import { flush } from './autosave.ts'
import { untouched, useEditor } from './editor.ts'

let asked = 0

/** Read a document and one annotator's set of it into the editor. A later opening overtakes an earlier one. */
export async function openInEditor(
  project: string,
  id: string,
  annotator: string,
): Promise<Result<undefined>> {
  const turn = ++asked
  const done: Result<undefined> = { ok: true, value: undefined }
  const reading = call('documents.read', { project, id })
  const placing = call('sets.read', { project, documentId: id, annotator })
  const document = await reading
  if (!document.ok) return document
  if (turn !== asked) return done
  // The document before is on the screen until now, and may have been worked on since.
  if (!(await flush())) return done
  const { text, textDigest } = document.value
  const open = { project, document: document.value, paragraphs: paragraphsOf(text), lost: [] }
  // The text is there to be read while its annotations are still on their way.
  useEditor.setState({
    ...untouched,
    loading: true,
    open: { ...open, set: emptySet(id, textDigest, annotator) },
  })
  const placed = await placing
  if (turn !== asked) return done
  if (!placed.ok) {
    useEditor.setState({ open: undefined, loading: false })
    return placed
  }
  const { set, lost } = placed.value
  useEditor.setState({
    loading: false,
    open: { ...open, set, lost },
    save: { kind: 'saved', at: set.updated },
  })
  return done
}
