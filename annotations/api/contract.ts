import type { z } from 'zod'
import { acrossMethods } from './across.ts'
import { agreementMethods } from './agreeing.ts'
import { annotatedMethods } from './annotated.ts'
import { appMethods } from './app.ts'
import { codebookMethods } from './codebook.ts'
import { diagnosticMethods } from './diagnosing.ts'
import { documentMethods } from './documents.ts'
import { exportMethods } from './exporting.ts'
import { importMethods } from './importing.ts'
import { mergeMethods } from './merging.ts'
import { peopleMethods } from './people.ts'
import { projectMethods } from './projects.ts'
import { registerMethods } from './register.ts'
import { reviewMethods } from './reviewing.ts'
import { schemeMethods } from './schemes.ts'
import { searchMethods } from './searching.ts'
import { setMethods } from './sets.ts'
import { suggestMethods } from './suggesting.ts'

/** Everything a window, a browser or a command line may ask of the main side. */
export const contract = {
  ...appMethods,
  ...projectMethods,
  ...mergeMethods,
  ...schemeMethods,
  ...documentMethods,
  ...setMethods,
  ...suggestMethods,
  ...searchMethods,
  ...acrossMethods,
  ...registerMethods,
  ...codebookMethods,
  ...importMethods,
  ...annotatedMethods,
  ...exportMethods,
  ...diagnosticMethods,
  ...agreementMethods,
  ...reviewMethods,
  ...peopleMethods,
} as const

export type Contract = typeof contract
export type Method = keyof Contract
/** What a caller writes; defaults may be left out. */
export type Asked<M extends Method> = z.input<Contract[M]['input']>
/** What a handler is given: parsed, defaults filled in. */
export type Input<M extends Method> = z.output<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>

export const methods = Object.keys(contract) as Method[]
