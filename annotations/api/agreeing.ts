import { z } from 'zod'
import { agreementReport } from '../agreement/report-shape.ts'
import { matchings } from '../agreement/study-document.ts'
import { annotator } from '../model/annotator.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'

/** How far annotators agree. */
export const agreementMethods = {
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
} as const
