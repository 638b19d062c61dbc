import { create } from 'zustand'
import { call } from '../bridge.ts'

type Fault = { kind: 'unexpected' | 'page-lost' }

/** Errors that nothing in the page expected; the last is shown until it is dismissed. */
export const useFaults = create<{ fault: Fault | undefined }>(() => ({ fault: undefined }))

export const dismissFault = () => useFaults.setState({ fault: undefined })
export const pageWasLost = () => useFaults.setState({ fault: { kind: 'page-lost' } })

/** Into the log and a report; the same error over and over is one. */
const reported = new Set<string>()

export function reportFault(where: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const key = `${where} ${message} ${stack}`
  if (reported.has(key)) return
  reported.add(key)
  void call('diagnostics.page-fault', {
    where: where.slice(0, 64),
    message: message.slice(0, 4000),
    stack: stack.slice(0, 20_000),
  })
}

/** A browser's remark about layout, not an error of anyone's. */
const isRemark = (message: string) => message.startsWith('ResizeObserver loop')

function unexpected(where: string, error: unknown) {
  reportFault(where, error)
  useFaults.setState({ fault: { kind: 'unexpected' } })
}

/** From now on no error goes by unseen. */
export function watchFaults(): void {
  window.addEventListener('error', ({ error, message }) => {
    if (!isRemark(message)) unexpected('error', error ?? message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => unexpected('rejection', reason))
}
