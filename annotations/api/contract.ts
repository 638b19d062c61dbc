import { z } from 'zod'
import { agreementReport } from '../agreement/report-shape.ts'
import { matchings } from '../agreement/study-document.ts'
import { formatIds } from '../formats/format-ids.ts'
import { action, logEntry } from '../model/action.ts'
import type { Actor } from '../model/actor.ts'
import { annotation } from '../model/annotation.ts'
import { annotationSet, documentId, setStatus } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { document, documentAnchor, documentMetadata, region } from '../model/document.ts'
import { migration } from '../model/migrate-scheme.ts'
import type { Proposition } from '../model/proposition.ts'
import { readySchemeIds } from '../model/ready-schemes.ts'
import { labelScheme } from '../model/scheme.ts'
import { tableMapping } from '../model/table-mapping.ts'
import { acrossMethods } from './across.ts'
import { annotatedInput, annotatedPreview, annotatedReport, formatList } from './annotated.ts'
import { codebookMethods } from './codebook.ts'
import { mergedFile, mergeReport } from './merging.ts'
import { path } from './path.ts'
import { peopleMethods } from './people.ts'
import { registerMethods } from './register.ts'
import { adjudicateInput, adjudicationReport, reviewNotes, reviewTally } from './reviewing.ts'
import { carried, concordance, concordanceOrders, copyGroup } from './search-views.ts'
import { settings } from './settings.ts'
import { rejectedKeys, rejectInput, suggestInput, suggestReport } from './suggesting.ts'
import {
  checkReport,
  type DocumentEntry,
  documentEntry,
  exportPreview,
  exportReport,
  folderListing,
  goodState,
  type ImportReport,
  importPreview,
  importReport,
  lockHolder,
  projectView,
  schemePreview,
  schemeTouched,
  setVersion,
} from './views.ts'

const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
})

const project = path
/** Long work is named by its caller, who hears of its progress and may cancel it under that name. */
const job = z.string().min(1).max(64)
const nothing = z.strictObject({})

const importInput = {
  project,
  paths: z.array(path).min(1),
  /** For every file that has no entry in `encodings`; 'auto' decides by the bytes. */
  encoding: z.string().min(1).default('auto'),
  /** By path. */
  encodings: z.record(z.string(), z.string()).default({}),
  /** By path: which column of a table is what; a table without one is read by its columns' names. */
  mappings: z.record(z.string(), tableMapping).default({}),
}

const exportInput = {
  format: z.enum(formatIds),
  annotators: z.union([z.literal('all'), z.array(annotator).min(1)]).default('all'),
  /** What offsets count, of formats that leave it open; otherwise what the format's own tools expect. */
  offsets: z.enum(['utf16', 'codepoint']).optional(),
  /** What stands in dimmed furniture of the page is left out unless it is asked for. */
  furniture: z.boolean().default(false),
}

/** Everything a window, a browser or a command line may ask of the main side. */
export const contract = {
  'app.start': method(
    nothing,
    z.strictObject({
      version: z.string(),
      shell: z.enum(['electron', 'web', 'cli']),
      /** Has the shell the system's own file dialogs? */
      dialogs: z.boolean(),
      settings,
      /** The project the app was started on. */
      project: z.string().optional(),
      home: z.string(),
      /** The page before this one was lost; what it had saved is there. */
      pageLost: z.boolean(),
    }),
  ),
  /** Another window on a project, where the shell has windows. */
  'app.new-window': method(z.strictObject({ project: path.optional() }), nothing),
  'settings.save': method(settings.partial(), settings),

  'project.create': method(
    z.strictObject({
      folder: path,
      title: z.string().trim().min(1),
      /** The ready scheme it begins with. */
      scheme: z.enum(readySchemeIds).default('claims'),
    }),
    projectView,
  ),
  'project.open': method(z.strictObject({ folder: path }), projectView),
  /** The bundled sample, copied to where the user may edit it the first time it is asked for. */
  'project.sample': method(nothing, z.strictObject({ folder: z.string() })),
  /** Who annotates in a project from now on; remembered on this machine. */
  'project.annotate-as': method(z.strictObject({ project, annotator }), settings),
  /**
   * Ask to be the one who writes an annotator's sets; asked again, it says how things stand now. After a holder that ended
   * without letting go, sets whose last acknowledged actions were only in the log are brought up to them (`settled`).
   */
  'project.hold': method(
    z.strictObject({ project, annotator }),
    z.strictObject({ holder: lockHolder.optional(), settled: z.int().nonnegative() }),
  ),
  /** `repair` puts right first what can be; without it nothing is written. */
  'project.check': method(
    z.strictObject({ path, repair: z.boolean().default(false) }),
    checkReport,
  ),

  /** Two copies of a project made one, in a folder that is new; the copies stay as they are. */
  'project.merge': method(z.strictObject({ a: path, b: path, out: path, job }), mergeReport),
  /** Files that have second copies beside them, or that Git left with both sides in them. */
  'project.conflicts': method(
    z.strictObject({ project }),
    z.strictObject({ files: z.array(z.strictObject({ file: z.string(), copies: z.int() })) }),
  ),
  /** The same merged by id; what was there is kept in `.isnad/merged`. */
  'project.resolve': method(
    z.strictObject({ project }),
    z.strictObject({ resolved: z.array(mergedFile), inUse: z.array(z.string()) }),
  ),

  /** What is wrong with a scheme, and what it would do to what is annotated. Nothing is changed. */
  'scheme.preview': method(
    z.strictObject({ project, scheme: labelScheme, migration }),
    schemePreview,
  ),
  /** The project's scheme from now on, every set made to fit it; refused if the stored one is not `basedOn`. */
  'scheme.save': method(
    z.strictObject({ project, scheme: labelScheme, basedOn: labelScheme, migration, job }),
    schemeTouched,
  ),
  /** The scheme before the last change, and what that change took away. */
  'scheme.undo': method(z.strictObject({ project }), schemeTouched),
  'scheme.read-file': method(z.strictObject({ path }), labelScheme),
  'scheme.write-file': method(
    z.strictObject({ scheme: labelScheme, out: path, overwrite: z.boolean().default(false) }),
    z.strictObject({ file: z.string() }),
  ),

  'documents.read': method(z.strictObject({ project, id: documentId }), document),
  'documents.edit': method(
    z.strictObject({ project, id: documentId, metadata: documentMetadata }),
    documentEntry,
  ),

  /** Metadata of many documents; nothing is written where one of them is not there. */
  'documents.edit-many': method(
    z.strictObject({
      project,
      edits: z.array(z.strictObject({ id: documentId, metadata: documentMetadata })).min(1),
    }),
    z.strictObject({ entries: z.array(documentEntry) }),
  ),
  /** The status of an annotator's sets on many documents. */
  'sets.set-status': method(
    z.strictObject({
      project,
      annotator,
      edits: z.array(z.strictObject({ documentId, status: setStatus })).min(1),
    }),
    z.strictObject({ entries: z.array(documentEntry) }),
  ),
  /** A set whose every span says what it quotes; what no longer does is moved to where it does, or named as lost. */
  'sets.read': method(
    z.strictObject({ project, documentId, annotator }),
    z.strictObject({
      set: annotationSet,
      /** Annotations found again elsewhere in the text. */
      moved: z.array(z.string()),
      /** Annotations whose words are nowhere near; they stay in the file, untouched. */
      lost: z.array(annotation),
    }),
  ),
  /**
   * Actions upon the revision they were made on, each of which makes a revision. A stale one is refused with the stored
   * set in `details`.
   */
  'sets.save': method(
    z.strictObject({
      project,
      documentId,
      annotator,
      revision: z.int().nonnegative(),
      actions: z.array(action).min(1),
    }),
    z.strictObject({ revision: z.int().positive(), updated: z.string(), entry: documentEntry }),
  ),

  /**
   * The bytes of a set's file, none where there is no set: an article is opened with these, and looks at them itself, for
   * taking them apart and together again on the way costs more than everything else. What `sets.read` says of a file
   * that cannot be read is not said here.
   */
  'sets.file': method(z.strictObject({ project, documentId, annotator }), z.instanceof(Uint8Array)),
  /** What was done to a set, oldest first, as far back as the log leads without a gap from the set as it is saved. */
  'sets.history': method(
    z.strictObject({ project, documentId, annotator }),
    z.strictObject({ entries: z.array(logEntry) }),
  ),

  /** Earlier states of a set that were kept, newest first. */
  'sets.versions': method(
    z.strictObject({ project, documentId, annotator }),
    z.strictObject({ versions: z.array(setVersion) }),
  ),
  'sets.version': method(
    z.strictObject({ project, documentId, annotator, name: setVersion.shape.name }),
    annotationSet,
  ),
  /**
   * A set's file that cannot be read is set aside under another name, and the newest good state, if there is one, put in
   * its place.
   */
  'sets.recover': method(
    z.strictObject({ project, documentId, annotator }),
    z.strictObject({ aside: z.string().optional(), recovered: goodState.optional() }),
  ),

  /** Suggestions by rule, written to a named annotator beside what is there; what is there already stays as it is. */
  'suggest.run': method(z.strictObject({ ...suggestInput, job }), suggestReport),
  /** Suggestions on a document that an annotator has rejected, by label and place. They are never made again. */
  'suggest.rejected': method(z.strictObject({ project, documentId, annotator }), rejectedKeys),
  /** Reject more, or let some be suggested again; the answer is all of them. */
  'suggest.reject': method(
    z.strictObject({ project, documentId, annotator, ...rejectInput }),
    rejectedKeys,
  ),
  /** Regions as the analyst has them; what no region covers is body. Anchors that are not given stay. */
  'documents.mark': method(
    z.strictObject({
      project,
      id: documentId,
      regions: z.array(region).max(10_000),
      anchors: z.array(documentAnchor).max(1000).optional(),
    }),
    z.strictObject({ regions: z.array(region), anchors: z.array(documentAnchor) }),
  ),

  /** A page of the concordance of a query; the index is brought into step with the files first. */
  'search.query': method(
    z.strictObject({
      project,
      query: z.string().max(2000),
      order: z.enum(concordanceOrders).default('document'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(1000).default(100),
      job,
    }),
    concordance,
  ),
  /** Groups of documents that are copies of each other. */
  'copies.find': method(
    z.strictObject({ project, job }),
    z.strictObject({ groups: z.array(copyGroup) }),
  ),
  /** One annotator's annotations on one copy as they would be on another. */
  'copies.carry': method(
    z.strictObject({ project, from: documentId, to: documentId, annotator }),
    carried,
  ),

  ...acrossMethods,
  ...registerMethods,
  ...codebookMethods,

  'import.preview': method(z.strictObject(importInput), importPreview),
  'import.run': method(
    z.strictObject({
      ...importInput,
      job,
      /** For documents that say nothing of their own. */
      published: documentMetadata.shape.published,
      outlet: documentMetadata.shape.outlet,
    }),
    importReport,
  ),
  /** Every format, and what it can do. */
  'formats.list': method(nothing, formatList),
  /** The format of the annotations in files; none where they are articles. */
  'annotated.detect': method(
    z.strictObject({ paths: z.array(path).min(1) }),
    z.strictObject({ format: z.enum(formatIds).optional() }),
  ),
  'annotated.preview': method(z.strictObject({ ...annotatedInput, job }), annotatedPreview),
  'annotated.run': method(z.strictObject({ ...annotatedInput, job }), annotatedReport),
  /** An article as text, copied from wherever it was. */
  'import.paste': method(
    z.strictObject({ project, text: z.string(), metadata: documentMetadata.partial() }),
    z.strictObject({ id: documentId, title: z.string(), duplicate: z.boolean() }),
  ),
  /** Import what is in a folder, and what comes into it while the project is open. Twice is once. */
  'watch.start': method(z.strictObject({ project, folder: path }), settings),
  'watch.stop': method(z.strictObject({ project, folder: path }), settings),
  /** A file dropped into a page that may not know where it lies; the answer is where it lies now. */
  'import.receive': method(
    z.strictObject({ name: z.string().min(1).max(255), base64: z.string() }),
    z.strictObject({ path: z.string() }),
  ),
  'export.run': method(
    z.strictObject({
      project,
      job,
      ...exportInput,
      out: path,
      overwrite: z.boolean().default(false),
      /** Go on where the format cannot hold everything. */
      lossy: z.boolean().default(false),
    }),
    exportReport,
  ),
  /** What an export would lose, and how its files begin. */
  'export.preview': method(z.strictObject({ project, job, ...exportInput }), exportPreview),
  /** For whoever helps: how the program does here, without documents, paths and names; and its reports of faults. */
  'diagnostics.read': method(
    nothing,
    z.strictObject({
      text: z.string(),
      reports: z.array(z.strictObject({ name: z.string(), text: z.string() })),
    }),
  ),
  'diagnostics.remove-report': method(z.strictObject({ name: z.string().max(64) }), nothing),
  /** An error that nothing in the page expected. */
  'diagnostics.page-fault': method(
    z.strictObject({
      where: z.string().max(64),
      message: z.string().max(4000),
      stack: z.string().max(20_000),
    }),
    z.strictObject({ report: z.string().optional() }),
  ),
  /** How far annotators agree; read from the disk, made in a thread, cancelled under `job`. */
  'agreement.report': method(
    z.strictObject({
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('project'), project }),
        z.strictObject({ kind: z.literal('files'), files: z.array(path).min(1) }),
      ]),
      job,
      /** All but gold, unless they are named. */
      annotators: z.array(annotator).min(1).optional(),
      matching: z.enum(matchings).default('exact'),
      /** γ takes long: see docs/agreement.md. */
      gamma: z.boolean().default(false),
      seed: z.int().default(1),
      resamples: z.int().min(0).max(10_000).default(500),
    }),
    agreementReport,
  ),
  'agreement.save': method(
    z.strictObject({
      project,
      report: agreementReport,
      format: z.enum(['html', 'csv', 'json']),
      language: z.enum(['ar', 'en']),
      out: path,
      overwrite: z.boolean().default(false),
    }),
    z.strictObject({ file: z.string(), bytes: z.int() }),
  ),
  /** Whose sets on a document are compared (all but gold if nobody is named), and what was decided of them. */
  'review.open': method(
    z.strictObject({ project, documentId, annotators: z.array(annotator).min(1).optional() }),
    z.strictObject({
      document,
      sets: z.array(annotationSet),
      gold: annotationSet.optional(),
      notes: reviewNotes,
    }),
  ),
  /** How many differences documents hold, and how many are settled; a document with one set is left out. */
  'review.tally': method(
    z.strictObject({
      project,
      documentIds: z.array(documentId).max(200),
      annotators: z.array(annotator).min(1).optional(),
    }),
    z.strictObject({ tallies: z.array(reviewTally) }),
  ),
  /** Gold sets made by rule; what a person has decided stays. */
  'review.adjudicate': method(z.strictObject({ ...adjudicateInput, job }), adjudicationReport),
  /** The project's list of reasons for decisions. */
  'review.save-reasons': method(
    z.strictObject({ project, reasons: z.array(z.string().trim().min(1).max(120)).max(50) }),
    z.strictObject({ reasons: z.array(z.string()) }),
  ),
  ...peopleMethods,
  'jobs.cancel': method(z.strictObject({ job }), nothing),

  'folders.list': method(z.strictObject({ folder: path.optional() }), folderListing),
  'dialogs.choose': method(
    z.strictObject({
      kind: z.enum(['folder', 'files', 'save']),
      title: z.string(),
      start: z.string().optional(),
    }),
    z.strictObject({ paths: z.array(z.string()) }),
  ),
} as const

export type Contract = typeof contract
export type Method = keyof Contract
/** What a caller writes; defaults may be left out. */
export type Asked<M extends Method> = z.input<Contract[M]['input']>
/** What a handler is given: parsed, defaults filled in. */
export type Input<M extends Method> = z.output<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>

export const methods = Object.keys(contract) as Method[]

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
