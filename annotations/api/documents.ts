import { z } from 'zod'
import { documentId } from '../model/annotation-set.ts'
import { document, documentAnchor, documentMetadata, region } from '../model/document.ts'
import { method, project } from './method.ts'
import { documentEntry } from './views.ts'

/** Articles and what is known about them. */
export const documentMethods = {
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
