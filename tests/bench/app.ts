import { join } from 'node:path'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import { createApp } from '../../src-main/app.ts'
import { shipped } from '../../src-main/shells/app-root.ts'

export type Ask = <M extends Method>(method: M, input: Asked<M>) => Promise<Output<M>>

/** The app's main side in this very process, asked as a shell asks it; a refusal is an exception here. */
export async function inProcess(folder: string, root: string): Promise<Ask> {
  const dispatch = createApp(
    {
      kind: 'cli',
      version: '0.0.0',
      userData: join(folder, 'user'),
      sample: join(folder, 'none'),
      workers: shipped(root).workers,
      emit: () => {},
      now: () => new Date(),
    },
    (method, error) => console.error(method, error),
  )
  return async (method, input) => {
    const result = await dispatch(method, input)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return result.value as Output<typeof method>
  }
}
