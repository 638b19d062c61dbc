import { create } from 'zustand'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { defaultSettings, type Settings } from '../../annotations/api/settings.ts'
import type { DocumentEntry, LockHolder, ProjectView } from '../../annotations/api/views.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { call } from '../bridge.ts'
import { setLanguage } from '../strings/words.ts'

export type DialogName =
  | 'new-project'
  | 'open-project'
  | 'import'
  | 'export'
  | 'settings'
  | 'metadata'
  | 'annotator'
  | 'scheme'
  | 'paste'
  | 'dashboard'
  | 'keys'
  | 'diagnostics'
  | 'versions'
  | 'agreement'
  | 'palette'
  | 'history'
  | 'find-document'
  | 'search'
  | 'removing'
  | 'accept-across'
  | 'copies'
  | 'recurring'
  | 'team'
  | 'request-changes'
  | 'guideline'
  | 'merge'
  | 'across'
  | 'register'
  | 'codebook'

type Session = {
  phase: 'starting' | 'welcome' | 'opening' | 'project'
  app: Output<'app.start'> | undefined
  settings: Settings
  project: ProjectView | undefined
  /** Entries by position in the list; replaced one by one as sets are saved. */
  documents: DocumentEntry[]
  /** The register as its files are, those merged into others too. */
  storedActors: readonly Actor[]
  /** Who there is: merged ones are one. */
  actors: Actor[]
  /** Whom an annotation's id means. */
  register: ReadonlyMap<string, Actor>
  propositions: Proposition[]
  /** Strings that name nobody here. */
  exceptions: string[]
  /** Ids of the documents in the list as it is filtered and sorted now. */
  order: string[]
  annotator: string
  /** Whose set is open instead, to be reviewed; it can be read, and corrections suggested. */
  reviewing: string | undefined
  documentId: string | undefined
  /** Where one is: annotating one's own set, or comparing everybody's. */
  place: 'desk' | 'review'
  /** Whose sets the export begins with; everybody's if undefined. */
  exporting: string[] | undefined
  dialog: DialogName | undefined
  /** The pane drawn over the text where the window has no room for it beside. */
  pane: 'corpus' | 'inspector' | undefined
  /** What went wrong last, until it is dismissed. */
  failure: Failure | undefined
  /** Who writes this annotator's sets instead of this window; it can be read and not changed. */
  heldBy: LockHolder | undefined
  /** The set of the chosen document cannot be read, and this is why. */
  broken: { documentId: string; failure: Failure } | undefined
  /** A set of which most is gone, until it is dismissed. */
  shrunk: Extract<AppEvent, { kind: 'shrunk' }> | undefined
  /** Paths dropped on the window, for the import dialog to begin with. */
  incoming: string[]
  /** Text pasted where no field took it, for the dialog that makes an article of it. */
  pasted: string
  /** What came in last from a watched folder, until it is dismissed. */
  arrival: Extract<AppEvent, { kind: 'imported' }> | undefined
  /** The step of the tour that is shown. */
  tour: number | undefined
  /** Said aloud by screen readers. */
  announcement: string
}

export const useSession = create<Session>(() => ({
  phase: 'starting',
  app: undefined,
  settings: defaultSettings,
  project: undefined,
  documents: [],
  storedActors: [],
  actors: [],
  register: new Map(),
  propositions: [],
  exceptions: [],
  order: [],
  annotator: '',
  reviewing: undefined,
  documentId: undefined,
  place: 'desk',
  exporting: undefined,
  dialog: undefined,
  pane: undefined,
  failure: undefined,
  heldBy: undefined,
  broken: undefined,
  shrunk: undefined,
  incoming: [],
  pasted: '',
  arrival: undefined,
  tour: undefined,
  announcement: '',
}))

const set = useSession.setState
const get = useSession.getState

/** Said twice, the same words are still heard twice. */
export const announce = (words: string) =>
  set(({ announcement }) => ({ announcement: announcement === words ? `${words}\u00a0` : words }))
export const fail = (failure: Failure) => set({ failure })
export const dismissFailure = () => set({ failure: undefined })
export const showDialog = (dialog: DialogName | undefined) =>
  set(dialog === undefined ? { dialog, exporting: undefined } : { dialog })

export function applySettings(settings: Settings) {
  setLanguage(settings)
  set({ settings })
}

export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  applySettings({ ...get().settings, ...patch })
  const saved = await call('settings.save', patch)
  if (!saved.ok) fail(saved.failure)
}

/** Rows as they are now, in their places; those that are so already are left alone. */
export function putEntries(entries: readonly DocumentEntry[]) {
  const known = new Map(get().documents.map(entry => [entry.id, entry]))
  const news = new Map(
    entries
      .filter(entry => JSON.stringify(known.get(entry.id)) !== JSON.stringify(entry))
      .map(entry => [entry.id, entry]),
  )
  if (news.size > 0)
    set(({ documents }) => ({ documents: documents.map(old => news.get(old.id) ?? old) }))
}

export const putEntry = (entry: DocumentEntry) => putEntries([entry])
