import type { Actor } from '../model/actor.ts'
import type { Proposition } from '../model/proposition.ts'
import type { DocumentEntry, ImportReport } from './views.ts'

/** What the main side says unasked. */
export type AppEvent =
  | { kind: 'progress'; job: string; done: number; total: number; item?: string }
  /**
   * Someone else changed the project's files: these sets, with the rows they are counted in; `more` where anything beside
   * sets has changed.
   */
  | {
      kind: 'changed'
      project: string
      sets: { annotator: string; documentId: string }[]
      entries: DocumentEntry[]
      more: boolean
    }
  /** Most of a set is gone; what it was is kept aside among its earlier versions. */
  | {
      kind: 'shrunk'
      project: string
      annotator: string
      documentId: string
      was: number
      now: number
    }
  /** Articles came in from a watched folder. */
  | { kind: 'imported'; project: string; folder: string; report: ImportReport }
  /** What has changed of the register, the codebook and the words that name nobody, whichever window changed it. */
  | {
      kind: 'register'
      project: string
      actors?: { put: Actor[]; removed: string[] }
      propositions?: { put: Proposition[]; removed: string[] }
      exceptions?: string[]
    }
  /** These rows of the corpus list are so now, whichever window made them so. */
  | { kind: 'entries'; project: string; entries: DocumentEntry[] }
