import { z } from 'zod'
import { action, logEntry } from '../model/action.ts'
import { annotation } from '../model/annotation.ts'
import { annotationSet, documentId, setStatus } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { method, project } from './method.ts'
import { documentEntry, goodState, setVersion } from './views.ts'

/** One annotator’s annotations on one article, as they are and as they were. */
export const setMethods = {
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
  /**
   * Which files an article's record and a set of it are, by what the disk says of them: whoever has read them learns
   * whether they are still the same. Null where there is none.
   */
  'sets.stamps': method(
    z.strictObject({ project, documentId, annotator }),
    z.strictObject({ document: z.string().nullable(), set: z.string().nullable() }),
  ),
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
} as const
