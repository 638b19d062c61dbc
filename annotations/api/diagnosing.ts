import { z } from 'zod'
import { method, nothing } from './method.ts'

/** How the program does. */
export const diagnosticMethods = {
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
} as const
