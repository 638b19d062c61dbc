import { z } from 'zod'
import { documentId } from '../model/annotation-set.ts'
import { document, documentAnchor, documentMetadata, region } from '../model/document.ts'
import { job, method, project } from './method.ts'
import { documentEntry, recurringReport } from './views.ts'

/** Articles and what is known about them. */
export const documentMethods = {
  'documents.read': method(z.strictObject({ project, id: documentId }), document),
  /** The same as bytes (its record as JSON on a line of its own, then its text): a long text is not made into JSON and back on its way to the screen. */
  'documents.file': method(z.strictObject({ project, id: documentId }), z.instanceof(Uint8Array)),
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
  /** Dim the lines that recur in many documents of an outlet; what anybody said of a stretch stands. */
  'documents.dim-recurring': method(z.strictObject({ project, job }), recurringReport),
  /** Give such lines back to the body, all or those with these keys; they stay there. */
  'documents.give-back': method(
    z.strictObject({ project, job, keys: z.array(z.string()).optional() }),
    z.strictObject({ documents: z.array(documentId) }),
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
} as const
