import type { Result } from '../../annotations/api/result.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { flush } from './autosave.ts'
import { untouched, useEditor } from './editor.ts'
import { recallSteps } from './history.ts'
import { askForArticle } from './read-ahead.ts'

/** How long a text that is here waits for its annotations (ms): less than anyone sees. */
const grace = 50

let turns = 0

/** Read a document and one annotator's set of it into the editor. A later opening overtakes an earlier one. */
export async function openInEditor(
  project: string,
  id: string,
  annotator: string,
): Promise<Result<undefined>> {
  const turn = ++turns
  const done: Result<undefined> = { ok: true, value: undefined }
  const asking = await askForArticle({ project, documentId: id, annotator })
  const document = await asking.document
  if (!document.ok) return document
  if (turn !== turns) return done
  const { text, textDigest } = document.value
  const open = { project, document: document.value, paragraphs: paragraphsOf(text), lost: [] }
  // The text is there to be read while its annotations are still on their way; but where these are about to come,
  // drawing it twice would only make both later.
  const early = !(await asking.set.isHereIn(grace))
  if (turn !== turns) return done
  // The document before is on the screen until now, and may have been worked on since.
  if (!(await flush())) return done
  if (early)
    useEditor.setState({
      ...untouched,
      loading: true,
      open: { ...open, set: emptySet(id, textDigest, annotator) },
    })
  const found = await asking.set.placedIn(document.value)
  if (turn !== turns) return done
  if (!found.ok) {
    useEditor.setState({ open: undefined, loading: false })
    return found
  }
  const { set, lost } = found.value
  useEditor.setState({
    // She may have moved about in the text meanwhile.
    ...(early ? {} : untouched),
    loading: false,
    open: { ...open, set, lost },
    save: { kind: 'saved', at: set.updated },
  })
  recallSteps()
  return done
}
