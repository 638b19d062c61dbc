import { contract, type Input, type Method, type Output } from '../annotations/api/contract.ts'
import type { Failure } from '../annotations/api/failures.ts'
import type { Result } from '../annotations/api/result.ts'
import { parseBy } from '../annotations/model/parse-by.ts'
import { firstIssue } from '../annotations/model/stored-format.ts'
import { failureOf } from './app-error.ts'

/** A handler for every method: one forgotten does not compile. */
export type Handlers = { [M in Method]: (input: Input<M>) => Promise<Output<M>> }

/** What a shell carries: anything in, a result out, never an exception. */
export type Dispatch = (method: unknown, input: unknown) => Promise<Result<unknown>>

const isMethod = (name: unknown): name is Method =>
  typeof name === 'string' && Object.hasOwn(contract, name)

/** The one line where all shells end: the input is parsed here, and trusted after. */
export function dispatcher(
  handlers: Handlers,
  onBug: (method: Method, error: unknown) => void,
  onCalled: (method: Method, milliseconds: number, failure?: Failure) => void = () => {},
): Dispatch {
  async function answer(method: Method, input: unknown): Promise<Result<unknown>> {
    const parsed = parseBy<unknown>(contract[method].input, input)
    if (!parsed.success)
      return {
        ok: false,
        failure: { code: 'bad-input', params: { detail: firstIssue(parsed.error) } },
      }
    try {
      const handler = handlers[method] as (input: unknown) => Promise<unknown>
      return { ok: true, value: await handler(parsed.data) }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.code === 'internal') onBug(method, error)
      return { ok: false, failure }
    }
  }

  return async (method, input) => {
    if (!isMethod(method))
      return {
        ok: false,
        failure: { code: 'unknown-method', params: { method: String(method).slice(0, 64) } },
      }
    const began = performance.now()
    const result = await answer(method, input)
    onCalled(method, performance.now() - began, result.ok ? undefined : result.failure)
    return result
  }
}
