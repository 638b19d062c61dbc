import { useEffect, useRef, useState } from 'react'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'

type AcrossMethod = Extract<Method, `across.${string}`>
export type View<T> = { value: T | undefined; failure: Failure | undefined; busy: boolean }

/** Typing a date is not asking at every letter (ms). */
const rest = 120

/** What the main side says to a question, asked anew where the question changes; what was asked before is cancelled. */
export function useView<M extends AcrossMethod>(
  method: M,
  asked: Omit<Asked<M>, 'job'> | undefined,
): View<Output<M>> {
  const [view, setView] = useState<View<Output<M>>>({
    value: undefined,
    failure: undefined,
    busy: true,
  })
  const question = asked === undefined ? undefined : JSON.stringify(asked)
  const first = useRef(true)

  useEffect(() => {
    if (question === undefined) return
    const job = crypto.randomUUID()
    let current = true
    setView(view => ({ ...view, busy: true }))
    const ask = async () => {
      const input: Asked<M> = { ...JSON.parse(question), job }
      const answer = await call(method, input)
      if (!current) return
      if (answer.ok) setView({ value: answer.value, failure: undefined, busy: false })
      else setView({ value: undefined, failure: answer.failure, busy: false })
    }
    const wait = setTimeout(ask, first.current ? 0 : rest)
    first.current = false
    return () => {
      current = false
      clearTimeout(wait)
      void call('jobs.cancel', { job })
    }
  }, [method, question])
  return view
}
