import { z } from 'zod'
import { lossKinds } from '../formats/exchange/losses.ts'
import { offsetUnits } from '../formats/format.ts'
import { actor } from '../model/actor.ts'
import { documentId, setStatus } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { schemeProblems } from '../model/check-scheme.ts'
import { documentMetadata } from '../model/document.ts'
import { touchKinds } from '../model/migrate-scheme.ts'
import { project } from '../model/project.ts'
import { proposition } from '../model/proposition.ts'
import { tableMapping } from '../model/table-mapping.ts'
import { failureData } from './failure-data.ts'

export const setSummary = z.strictObject({
  /** As its annotator left it, or as somebody judged it since. */
  status: setStatus,
  /** Who gave it that status, and when. */
  by: z.string().optional(),
  since: z.string().optional(),
  /** When it was handed in, if it was; what a judgement is about. */
  handedIn: z.string().optional(),
  revision: z.int().nonnegative(),
  updated: z.string().optional(),
  /** Annotations by label. */
  labels: z.record(z.string(), z.int()),
})
export type SetSummary = z.infer<typeof setSummary>

/** One row of the corpus list. */
export const documentEntry = z.strictObject({
  id: documentId,
  ...documentMetadata.shape,
  words: z.int().nonnegative(),
  /** By annotator. */
  sets: z.record(z.string(), setSummary),
})
export type DocumentEntry = z.infer<typeof documentEntry>

export const projectView = z.strictObject({
  folder: z.string(),
  project,
  annotators: z.array(annotator),
  /** Those merged into others, too. */
  actors: z.array(actor),
  propositions: z.array(proposition),
  /** Strings that name nobody here. */
  exceptions: z.array(z.string()),
  documents: z.array(documentEntry),
  /** Files that could not be read; the rest of the project is open all the same. */
  unreadable: z.array(failureData),
})
export type ProjectView = z.infer<typeof projectView>

/** Who writes an annotator's sets, and where. */
export const lockHolder = z.strictObject({
  annotator: z.string(),
  host: z.string(),
  since: z.string(),
})
export type LockHolder = z.infer<typeof lockHolder>

/** A state of a set that can be gone back to. */
export const goodState = z.strictObject({
  saved: z.string().optional(),
  revision: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
})
export type GoodState = z.infer<typeof goodState>

/** An earlier state that was kept under a name; `aside` where much was gone in what came after. */
export const setVersion = z.strictObject({
  name: z.string().regex(/^[0-9TZ-]+-r\d+-n\d+(-aside)?\.json$/),
  saved: z.string(),
  revision: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  aside: z.boolean(),
})
export type SetVersion = z.infer<typeof setVersion>

/** How a file's bytes were read, and why. */
export const decision = z.strictObject({
  encoding: z.string(),
  bom: z.boolean(),
  how: z.enum(['bom', 'declared', 'valid-utf8', 'statistics', 'chosen']),
  /** 0 to 1; 1 where the bytes leave no doubt. */
  confidence: z.number(),
})
export type Decision = z.infer<typeof decision>

export const importPreview = z.strictObject({
  files: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('readable'),
        file: z.string(),
        decision,
        metadata: documentMetadata,
        /** The first few hundred characters, to judge the encoding by. */
        beginning: z.string(),
        /** The document this text already is, if the project has it. */
        duplicateOf: documentId.optional(),
      }),
      z.strictObject({
        kind: z.literal('table'),
        file: z.string(),
        decision,
        columns: z.array(z.string()),
        /** As said, or by the columns' names; absent where no column looks like a text. */
        mapping: tableMapping.optional(),
        rows: z.int(),
        /** Rows that cannot be read. */
        bad: z.int(),
        sample: z.array(z.record(z.string(), z.string())),
      }),
      z.strictObject({ kind: z.literal('rejected'), file: z.string(), failure: failureData }),
    ]),
  ),
  /** Files found but beyond those previewed. */
  more: z.int().nonnegative(),
})
export type ImportPreview = z.infer<typeof importPreview>

/** Lines dimmed because they recur in many documents of an outlet. */
export const recurringReport = z.strictObject({
  /** Lines dimmed now, in all documents. */
  marked: z.int().nonnegative(),
  /** Whose regions are others now. */
  documents: z.array(documentId),
  /** Those most often dimmed first; `documents` have it dimmed, in `marked` of them it was not before. */
  lines: z.array(
    z.strictObject({
      key: z.string(),
      line: z.string(),
      outlets: z.array(z.string()),
      documents: z.int().positive(),
      marked: z.int().nonnegative(),
    }),
  ),
})
export type RecurringReport = z.infer<typeof recurringReport>

export const importReport = z.strictObject({
  imported: z.array(
    z.strictObject({ file: z.string(), id: documentId, title: z.string(), decision }),
  ),
  duplicates: z.array(z.strictObject({ file: z.string(), id: documentId })),
  rejected: z.array(z.strictObject({ file: z.string(), failure: failureData })),
  /** What the new documents showed to be furniture, in these and in others. Absent: nothing. */
  recurring: recurringReport.optional(),
  cancelled: z.boolean(),
})
export type ImportReport = z.infer<typeof importReport>

/** How much of what is annotated a change of the scheme touches. */
export const schemeTouched = z.strictObject({
  documents: z.int(),
  annotators: z.array(annotator),
  /** By kind and thing; see `Touch`. */
  counts: z.array(
    z.strictObject({ kind: z.enum(touchKinds), what: z.string(), count: z.int().positive() }),
  ),
})
export type SchemeTouched = z.infer<typeof schemeTouched>

export const schemePreview = z.strictObject({
  problems: z.array(
    z.strictObject({ kind: z.enum(schemeProblems), at: z.string(), detail: z.string() }),
  ),
  touched: schemeTouched,
})
/** By kind how many; a kind that is not there is none. */
const losses = z.partialRecord(z.enum(lossKinds), z.int().positive())

export const exportPreview = z.strictObject({
  lines: z.int(),
  annotations: z.int(),
  offsets: z.enum(offsetUnits),
  losses,
  /** How the first files begin. */
  files: z.array(z.strictObject({ file: z.string(), beginning: z.string() })),
})
export type ExportPreview = z.infer<typeof exportPreview>

export const exportReport = z.strictObject({
  file: z.string(),
  lines: z.int(),
  annotations: z.int(),
  /** Annotations that stand in dimmed furniture, where they were not asked for. */
  leftOut: z.int().optional(),
  bytes: z.int(),
  offsets: z.enum(offsetUnits),
  /** How many files, where there is more than one. */
  files: z.int().optional(),
  losses: losses.optional(),
})
export type ExportReport = z.infer<typeof exportReport>

export const checkFinding = z.strictObject({
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  /** 1-based, for line-based files. */
  line: z.int().positive().optional(),
  kind: z.string(),
  element: z.string().optional(),
  detail: z.string().optional(),
})
export type CheckFinding = z.infer<typeof checkFinding>

/** What a repair did to a file: which state it has now, from where, and where what was there lies. */
export const repair = z.strictObject({
  file: z.string(),
  kind: z.enum(['restored', 'replayed', 'set-aside', 'in-use', 'merged']),
  aside: z.string().optional(),
  saved: z.string().optional(),
  revision: z.int().optional(),
  /** Logged actions made again. */
  actions: z.int().optional(),
  annotator: z.string().optional(),
})
export type Repair = z.infer<typeof repair>

export const checkReport = z.strictObject({
  path: z.string(),
  what: z.enum(['project', 'isnad-jsonl']),
  documents: z.int(),
  sets: z.int(),
  annotations: z.int(),
  /** Before the check, where that was asked for. */
  repaired: z.array(repair).optional(),
  findings: z.array(checkFinding),
})
export type CheckReport = z.infer<typeof checkReport>

export const folderListing = z.strictObject({
  folder: z.string(),
  parent: z.string().optional(),
  /** Hidden entries are left out; folders first, each group in name order. */
  entries: z.array(
    z.strictObject({
      name: z.string(),
      path: z.string(),
      kind: z.enum(['folder', 'file', 'project']),
    }),
  ),
})
export type FolderListing = z.infer<typeof folderListing>
