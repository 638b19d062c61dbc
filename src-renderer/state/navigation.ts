import type { ProjectView } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'
import { saveGold } from '../review/save-gold.ts'
import { say } from '../strings/words.ts'
import { flush } from './autosave.ts'
import { useEditor } from './editor.ts'
import { pageWasLost } from './faults.ts'
import { neighbour } from './neighbour.ts'
import { openInEditor } from './open-in-editor.ts'
import { readNext } from './read-ahead.ts'
import { registerOfProject } from './register.ts'
import { isSecondCopy } from './second-copies.ts'
import { applySettings, fail, useSession } from './session.ts'

const set = useSession.setState
const get = useSession.getState

/** Save what is open and put it away; false if it could not be saved, and then it stays. */
async function closeDocument(): Promise<boolean> {
  if (!(await flush()) || !(await saveGold())) return false
  useEditor.setState({ open: undefined })
  set({ place: 'desk' })
  return true
}

/** Ask the main side who we are, and open what the app was started on. */
export async function start(): Promise<void> {
  const started = await call('app.start', {})
  if (!started.ok) return set({ phase: 'welcome', failure: started.failure })
  applySettings(started.value.settings)
  set({ app: started.value })
  if (started.value.pageLost) pageWasLost()
  if (started.value.project) await openProject(started.value.project)
  else set({ phase: 'welcome' })
}

/** Who has worked most in a project. */
function busiest({ annotators, documents }: ProjectView): string | undefined {
  const sets = (name: string) => documents.filter(entry => entry.sets[name]).length
  return annotators.filter(name => name !== 'gold').sort((a, b) => sets(b) - sets(a))[0]
}

/** Who annotates here: as last time, or as the settings say, or who has worked most in it. */
function annotatorFor(project: ProjectView): string {
  const { folder } = project
  const { settings } = get()
  return (
    settings.recent.find(recent => recent.folder === folder)?.annotator ??
    settings.annotator ??
    busiest(project) ??
    say('annotator.first')
  )
}

function enterProject(project: ProjectView) {
  set({
    phase: 'project',
    project,
    documents: project.documents,
    ...registerOfProject(project),
    annotator: annotatorFor(project),
    documentId: undefined,
    reviewing: undefined,
    dialog: undefined,
    // Second copies have a notice of their own, with what makes them one.
    failure: project.unreadable.find(one => !isSecondCopy(one)),
  })
  const first = project.documents[0]
  if (first) void openDocument(first.id)
}

export async function openProject(folder: string): Promise<boolean> {
  if (!(await closeDocument())) return false
  const before = get().phase
  set({ phase: 'opening', failure: undefined })
  const opened = await call('project.open', { folder })
  if (!opened.ok) {
    set({ phase: before === 'project' ? 'project' : 'welcome', failure: opened.failure })
    return false
  }
  enterProject(opened.value)
  return true
}

export async function openSample(): Promise<void> {
  const sample = await call('project.sample', {})
  if (sample.ok) await openProject(sample.value.folder)
  else fail(sample.failure)
}

/** Back to the welcome, the open document saved first. */
export async function leaveProject(): Promise<void> {
  if (!(await closeDocument())) return
  set({ phase: 'welcome', project: undefined, documents: [], documentId: undefined })
}

/** The project's documents and people again, after an import or a change on the disk. */
export async function refreshProject(): Promise<void> {
  const { project, documentId } = get()
  if (!project) return
  const opened = await call('project.open', { folder: project.folder })
  if (!opened.ok) return fail(opened.failure)
  set({
    project: opened.value,
    documents: opened.value.documents,
    ...registerOfProject(opened.value),
  })
  const first = opened.value.documents[0]
  if (!documentId && first) await openDocument(first.id)
}

/** The project again, and the open document with it: its sets were changed under it. */
export async function reloadProject(): Promise<void> {
  const { documentId, reviewing } = get()
  await refreshProject()
  if (documentId) await openDocument(documentId, reviewing)
}

/** Save what is open, then open another document. What cannot be saved is not left, what cannot be read not entered. */
/** `reviewing` is whose set is opened instead of the annotator's own. */
export async function openDocument(id: string, reviewing?: string): Promise<void> {
  const { project, annotator } = get()
  if (!project || !(await flush())) return
  // Asked for first and shown as chosen meanwhile: the answer is under way while the list is drawn.
  const opening = openInEditor(project.folder, id, reviewing ?? annotator)
  set({ documentId: id, reviewing, broken: undefined, pane: undefined, place: 'desk' })
  const opened = await opening
  if (!opened.ok) {
    const { failure } = opened
    const readable = failure.code !== 'not-json' && failure.code !== 'wrong-shape'
    if (readable || !failure.details) fail(failure)
    else set({ broken: { documentId: id, failure } })
  }
  const shown = useEditor.getState().open
  if (!shown || get().documentId !== id) return
  set({ documentId: shown.document.id })
  readNext()
}

export async function changeAnnotator(annotator: string): Promise<void> {
  const { project, documentId } = get()
  if (!project || !(await closeDocument())) return
  set({ annotator })
  const remembered = await call('project.annotate-as', { project: project.folder, annotator })
  if (remembered.ok) applySettings(remembered.value)
  else fail(remembered.failure)
  if (documentId) await openDocument(documentId)
}

/** The name one annotates in is one's own: nobody is asked again. */
export async function keepName(annotator: string): Promise<void> {
  const kept = await call('settings.save', { annotator, named: true })
  if (kept.ok) applySettings(kept.value)
  else fail(kept.failure)
}

/** The next document of the list, or the one before. */
export async function openNeighbour(by: 1 | -1): Promise<void> {
  const next = neighbour(by)
  if (next !== undefined) await openDocument(next)
}

/** Another window on the same project: one of the shell's, or another page. */
export async function newWindow(): Promise<void> {
  const { app, project } = get()
  if (app?.shell !== 'electron') {
    window.open('/', '_blank', 'noopener')
    return
  }
  const opened = await call('app.new-window', project ? { project: project.folder } : {})
  if (!opened.ok) fail(opened.failure)
}

/** The chosen document again, from the disk. */
export async function openAgain(): Promise<void> {
  const { documentId, reviewing, place } = get()
  if (documentId && place === 'desk') await openDocument(documentId, reviewing)
}
