import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** The most memory a process has held, in MB, where the system says so. */
function mostMemory(pid: number | undefined): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Math.ceil(Number(found[1]) / 1024) : undefined
  } catch {
    return undefined
  }
}

/** `isnad serve` as a process of its own, and what it complains of. */
export async function serveCli(cli: string, project: string, home: string, cwd: string) {
  const child = spawn(process.execPath, [cli, 'serve', project], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ISNAD_HOME: home, ISNAD_LANG: 'en' },
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', part => {
    complaints += part
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    link: (JSON.parse(String(line)) as { url: string }).url,
    child,
    complaints: () => complaints,
    memory: () => mostMemory(child.pid),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
