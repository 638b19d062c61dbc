import { execFileSync } from 'node:child_process'
import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { createApp } from '../app.ts'
import { diagnosticsOf } from '../diagnostics/diagnostics.ts'
import { tryLog } from '../diagnostics/log.ts'
import type { Shell } from '../services.ts'
import { userDataFolder } from '../storage/user-data.ts'
import type { shipped } from './app-root.ts'
import type { Command } from './cli-command.ts'
import { rendererFiles } from './renderer-files.ts'
import { keepBugs, reportBug, surviveBugs } from './report-bug.ts'
import { startFailure } from './started-on.ts'
import { serveWeb } from './web.ts'
import { eventStreams } from './web-events.ts'

/** Milliseconds in which a program that has nothing more to do has ended. */
const patience = 2000

type Serve = Extract<Command, { kind: 'serve' }>

/** A program in the background that reads its terminal is stopped by the system. */
function inForeground(): boolean {
  if (!process.stdin.isTTY) return false
  if (process.platform === 'win32') return true
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(process.pid)], {
      encoding: 'utf8',
    })
    return state.includes('+')
  } catch {
    return false
  }
}

async function openBrowser(url: string) {
  try {
    const { default: open } = await import('open')
    const browser = await open(url)
    browser.on('error', () => {})
  } catch {
    // The link is on the terminal; it can be opened by hand.
  }
}

// Heard for good: an impatient second signal must not cut off a save that the first one waits for.
const stopped = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve())
  })

function takenPort(error: NodeJS.ErrnoException): 'taken' {
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return 'taken'
  throw error
}

/** The app in a browser until it is told to stop; a failure is why it could not start. */
export async function serve(
  { folder, port, open }: Serve,
  { root, version, sample, workers, renderer }: ReturnType<typeof shipped>,
  language: Language,
): Promise<Failure | undefined> {
  surviveBugs()
  const events = eventStreams()
  const userData = userDataFolder()
  const now = () => new Date()
  const log = tryLog({ userData, shell: 'web', level: process.env.ISNAD_LOG })
  const diagnostics = diagnosticsOf({ version, shell: 'web', userData, root, now, log })
  keepBugs(diagnostics.fault)
  const shell: Shell = {
    kind: 'web',
    version,
    userData,
    diagnostics,
    sample,
    workers,
    project: folder,
    emit: events.emit,
    now,
  }
  const dispatch = createApp(shell, reportBug)
  if (folder === undefined) {
    const copied = await dispatch('project.sample', {})
    if (!copied.ok) return copied.failure
    shell.project = (copied.value as { folder: string }).folder
  }
  const stop = stopped()
  const files = await rendererFiles(renderer)
  const server = await serveWeb({ dispatch, events, files, port }).catch(takenPort)
  if (server === 'taken') return { code: 'port-taken', params: { port } }
  const print = (url: string) => process.stdout.write(`${JSON.stringify({ url })}\n`)

  diagnostics.write('info', 'started', { version, shell: 'web' })
  const url = server.link()
  print(url)
  const failure = folder && (await startFailure(folder))
  if (failure) process.stderr.write(`${failureText(failure, language, true)}\n`)
  if (inForeground()) process.stdin.on('data', () => print(server.link()))
  if (open) await openBrowser(url)

  await stop
  process.stdin.pause()
  await server.close()
  await dispatch.close()
  diagnostics.write('info', 'stopped')
  await diagnostics.close()
  // All is written and let go of: what else is still open keeps nobody waiting.
  setTimeout(() => process.exit(), patience).unref()
  return undefined
}
