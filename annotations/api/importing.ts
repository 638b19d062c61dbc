import { z } from 'zod'
import { documentId } from '../model/annotation-set.ts'
import { documentMetadata } from '../model/document.ts'
import { tableMapping } from '../model/table-mapping.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'
import { settings } from './settings.ts'
import { importPreview, importReport } from './views.ts'

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

/** Articles that come in. */
export const importMethods = {
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
} as const
