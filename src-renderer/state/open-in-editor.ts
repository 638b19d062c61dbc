import type { Output } from '../../annotations/api/contract.ts'
import type { Result } from '../../annotations/api/result.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { flush } from './autosave.ts'
import { untouched, useEditor } from './editor.ts'
import { recallSteps } from './history.ts'
import { askForArticle } from './read-ahead.ts'
import type { AskedSet } from './read-placed.ts'

/** How long a text that is here waits for its annotations (ms): less than anyone sees. */
const grace = 50

let turns = 0

/** The revision of a set, as the editor has it. */
function revisionHere({ project, documentId, annotator }: AskedSet): number | undefined {
  const { open } = useEditor.getState()
  const isIt =
    open?.project === project && open.document.id === documentId && open.set.annotator === annotator
  return isIt ? open.set.revision : undefined
}

/** Read a document and one annotator's set of it into the editor. A later opening overtakes an earlier one. */
export async function openInEditor(
  project: string,
  id: string,
  annotator: string,
): Promise<Result<undefined>> {
  const turn = ++turns
  const done: Result<undefined> = { ok: true, value: undefined }
  const asked = { project, documentId: id, annotator }
  const before = revisionHere(asked)
  const asking = await askForArticle(asked)
  const document = await asking.document
  if (!document.ok) return document
  const { text, textDigest } = document.value
  const open = { project, document: document.value, paragraphs: paragraphsOf(text), lost: [] }
  // The text is there to be read while its annotations are still on their way; but where these are about to come,
  // drawing it twice would only make both later.
  const early = !(await asking.set.isHereIn(grace))

  function show(found: Result<Output<'sets.read'>>): Result<undefined> {
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

  const found = early ? undefined : await asking.set.placedIn(document.value)
  // The document before is on the screen until now, and may have been worked on since.
  if (turn !== turns || !(await flush()) || turn !== turns) return done
  // If it is the one that is opened, what was asked for may be older than what was saved since then.
  if (revisionHere(asked) !== before) return openInEditor(project, id, annotator)
  if (found) return show(found)
  useEditor.setState({
    ...untouched,
    loading: true,
    open: { ...open, set: emptySet(id, textDigest, annotator) },
  })
  const late = await asking.set.placedIn(document.value)
  return turn === turns ? show(late) : done
}
