import { z } from 'zod'
import { annotator } from '../model/annotator.ts'
import { readySchemeIds } from '../model/ready-schemes.ts'
import { method, nothing, project } from './method.ts'
import { path } from './path.ts'
import { settings } from './settings.ts'
import { checkReport, lockHolder, projectView } from './views.ts'

/** Projects as folders: made, opened, held, checked. */
export const projectMethods = {
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
} as const
