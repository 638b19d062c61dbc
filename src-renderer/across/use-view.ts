import { useEffect, useRef, useState } from 'react'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'
import { useAcross } from '../state/across.ts'

type AcrossMethod = Extract<Method, `across.${string}`>
export type View<T> = { value: T | undefined; failure: Failure | undefined; busy: boolean }

/** Who changes the question faster than this is still typing (ms): the first is asked at once, the next when it is quiet. */
const rest = 150

/** What the main side says to a question, asked anew where the question changes; what was asked before is cancelled. */
export function useView<M extends AcrossMethod>(
  method: M,
  asked: Omit<Asked<M>, 'job'> | undefined,
): View<Output<M>> {
  const turn = useAcross(state => state.turn)
  const [view, setView] = useState<View<Output<M>>>({
    value: undefined,
    failure: undefined,
    busy: true,
  })
  // Another turn is another answer to the same question.
  const question = asked === undefined ? undefined : JSON.stringify({ asked, turn })
  const changed = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    if (question === undefined) return
    const job = crypto.randomUUID()
    let current = true
    let isWaitedFor = false
    setView(view => ({ ...view, busy: true }))
    const ask = async () => {
      const input: Asked<M> = { ...JSON.parse(question).asked, job }
      isWaitedFor = true
      const answer = await call(method, input)
      isWaitedFor = false
      if (!current) return
      if (answer.ok) setView({ value: answer.value, failure: undefined, busy: false })
      else setView({ value: undefined, failure: answer.failure, busy: false })
    }
    const now = performance.now()
    const wait = now - changed.current < rest ? setTimeout(ask, rest) : undefined
    if (wait === undefined) void ask()
    changed.current = now
    return () => {
      current = false
      clearTimeout(wait)
      if (isWaitedFor) void call('jobs.cancel', { job })
    }
  }, [method, question])
  return view
}
