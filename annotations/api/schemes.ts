import { z } from 'zod'
import { migration } from '../model/migrate-scheme.ts'
import { labelScheme } from '../model/scheme.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'
import { schemePreview, schemeTouched } from './views.ts'

/** The project’s scheme, and what changing it does to what is annotated. */
export const schemeMethods = {
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
} as const
