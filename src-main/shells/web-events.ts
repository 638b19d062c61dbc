import type { ServerResponse } from 'node:http'
import type { AppEvent } from '../../annotations/api/app-event.ts'

/** Milliseconds; a page that went away without a word is noticed by then. */
const heartbeat = 15_000
/** Tabs of one analyst, and some to spare. */
const most = 32
/** Bytes waiting for one page. */
const mostUnread = 1_000_000

export type EventStreams = ReturnType<typeof eventStreams>

/** The pages that listen, and what is said to all of them. */
export function eventStreams() {
  const listening = new Set<ServerResponse>()

  const tell = (text: string) => {
    for (const response of listening) {
      // A page that does not read any more must not fill our memory.
      if (response.writableLength > mostUnread) response.destroy()
      else response.write(text)
    }
  }

  const beat = setInterval(tell, heartbeat, ': still here\n\n')
  beat.unref()

  /** False where there are too many already. */
  function add(response: ServerResponse): boolean {
    if (listening.size >= most) return false
    listening.add(response)
    response.on('close', () => listening.delete(response))
    response.write('retry: 2000\n\n')
    return true
  }

  function close() {
    clearInterval(beat)
    for (const response of listening) response.end()
  }

  return { add, close, emit: (event: AppEvent) => tell(`data: ${JSON.stringify(event)}\n\n`) }
}
