import { useEffect, useRef, useState } from 'react'
import { call, onEvent } from '../bridge.ts'

type HowFar = { done: number; total: number; item?: string | undefined }

/** Work of the main side under a name it can be followed and stopped by. */
export type Run = <T>(work: (job: string) => Promise<T>) => Promise<T>

/** Long work of the main side: how far it is, and a way to stop it. */
export function useJob() {
  const name = useRef<string>(undefined)
  const [howFar, setHowFar] = useState<HowFar>()

  useEffect(
    () =>
      onEvent(event => {
        if (event.kind === 'progress' && event.job === name.current) setHowFar(event)
      }),
    [],
  )

  async function run<T>(work: (job: string) => Promise<T>): Promise<T> {
    name.current = crypto.randomUUID()
    setHowFar({ done: 0, total: 0 })
    try {
      return await work(name.current)
    } finally {
      name.current = undefined
      setHowFar(undefined)
    }
  }

  async function cancel(): Promise<void> {
    if (name.current !== undefined) await call('jobs.cancel', { job: name.current })
  }

  /** `howFar` is there while the work runs. */
  return { howFar, run, cancel }
}
