import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Output } from '../../annotations/api/contract.ts'
import type { Result } from '../../annotations/api/result.ts'
import { enterWeb } from '../enter-web.ts'
import type { Ask } from './app.ts'

/** The app as `isnad serve` serves it: a process of its own, with nothing read yet. */
export async function serveApp(root: string, project: string, userData: string) {
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'serve', project], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ISNAD_HOME: userData, ISNAD_LANG: 'en' },
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { url } = JSON.parse(line) as { url: string }
  return {
    url,
    async close() {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    },
  }
}

/** Calls over the wire, as the page of that link would make them. */
export async function askOver(link: string): Promise<Ask> {
  const { origin, headers } = await enterWeb(link)
  return async (method, input) => {
    const body = JSON.stringify({ method, input })
    const response = await fetch(`${origin}/call`, { method: 'POST', headers, body })
    const result = (await response.json()) as Result<unknown>
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return result.value as Output<typeof method>
  }
}
