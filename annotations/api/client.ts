import type { Asked, Method, Output } from './contract.ts'
import type { Result } from './result.ts'

/** The one call between the floors; a shell only carries it. */
export type Call = <M extends Method>(method: M, input: Asked<M>) => Promise<Result<Output<M>>>
