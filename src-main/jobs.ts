import type { AppEvent } from '../annotations/api/app-event.ts'
import { appError } from './app-error.ts'

export type Job = {
  /** Say how far the work is; at most about twenty a second reach the window. */
  progress(done: number, total: number, item?: string): void
  readonly cancelled: boolean
  /** Stop here if the analyst has cancelled. */
  check(): void
}

export type Jobs = ReturnType<typeof jobs>

/** Long work under its caller's name. */
export function jobs(emit: (event: AppEvent) => void, now: () => Date) {
  const running = new Map<string, { cancelled: boolean }>()

  async function run<T>(name: string, work: (job: Job) => Promise<T>): Promise<T> {
    const state = { cancelled: false }
    running.set(name, state)
    let said = 0
    try {
      return await work({
        progress(done, total, item) {
          const at = now().getTime()
          // A clock that was set back would otherwise be waited for.
          if (done < total && Math.abs(at - said) < 50) return
          said = at
          emit({ kind: 'progress', job: name, done, total, item })
        },
        get cancelled() {
          return state.cancelled
        },
        check() {
          if (state.cancelled) throw appError('cancelled', {})
        },
      })
    } finally {
      running.delete(name)
    }
  }

  function cancel(name: string) {
    const state = running.get(name)
    if (state) state.cancelled = true
  }

  return { run, cancel }
}
