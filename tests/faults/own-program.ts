import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Call } from '../../annotations/api/client.ts'
import type { Result } from '../../annotations/api/result.ts'
import { enterWeb } from '../enter-web.ts'

/** A program of its own that serves a project, and a caller of its methods as its page would call them. */
export type Served = {
  process: ChildProcess
  call: Call
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export async function served(
  cli: string,
  project: string,
  home: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Served> {
  const child = spawn(process.execPath, [cli, 'serve', project], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env, ISNAD_HOME: home },
  })
  const ended = once(child, 'exit')
  const early = ended.then(([code]) => {
    throw new Error(`isnad serve ended with ${code}`)
  })
  early.catch(() => {})
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    early,
  ])) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const { origin, headers } = await enterWeb(url)
  const call = async (method: string, input: unknown) => {
    const body = JSON.stringify({ method, input })
    const response = await fetch(`${origin}/call`, { method: 'POST', headers, body })
    return (await response.json()) as Result<never>
  }
  return {
    process: child,
    call: call as Call,
    async stop(signal) {
      child.kill(signal)
      await ended
    },
  }
}
