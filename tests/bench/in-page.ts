import type { Peer } from './peer.ts'

export type Added = {
  /** Milliseconds until the act itself returned. */
  handler: number
  /** Milliseconds until it was on the page and a frame with it had been made. */
  painted: number
}

/** What is put into every page that is measured, the app's and the peers' alike. */
export type Probe = {
  /** Milliseconds from `start` until `drawn` is true at a frame, and the frame after it has begun. */
  opening(drawn: () => boolean, start: () => unknown): Promise<number>
  /** The same, from the next click on the page, by the time the browser gives it. */
  openingOnClick(drawn: () => boolean): Promise<number>
  adding(act: () => void, added: () => boolean): Promise<Added>
  /** Milliseconds between frames while `scroller` moves at `speed` pixels a second. */
  scrolling(scroller: Element, speed: number, seconds: number): Promise<number[]>
}

declare global {
  interface Window {
    probe: Probe
    peer: Peer
    content: { text: string; marks: import('./peer.ts').Mark[] }
  }
}

/** Runs in the page: it must stand alone, for it is sent there as text. */
export function installProbe(): void {
  const patience = 120_000
  const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))

  async function until(drawn: () => boolean, since: number) {
    do {
      await nextFrame()
      if (performance.now() - since > patience) throw new Error('nothing drawn in two minutes')
    } while (!drawn())
  }

  window.probe = {
    async opening(drawn, start) {
      const since = performance.now()
      await start()
      await until(drawn, since)
      await nextFrame()
      return performance.now() - since
    },

    async openingOnClick(drawn) {
      const clicked = new Promise<number>(resolve =>
        addEventListener('click', event => resolve(event.timeStamp), {
          capture: true,
          once: true,
        }),
      )
      const since = await clicked
      await until(drawn, since)
      await nextFrame()
      return performance.now() - since
    },

    async adding(act, added) {
      await nextFrame()
      let since = 0
      // In a task of its own, as a key press is, so that what it starts at once is in the same task.
      const handler = await new Promise<number>(resolve =>
        setTimeout(() => {
          performance.mark('add-begins')
          since = performance.now()
          act()
          resolve(performance.now() - since)
        }),
      )
      await until(added, since)
      // A message posted in a frame's callback arrives when that frame has been painted.
      const painted = await new Promise<number>(resolve => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          performance.mark('add-ends')
          resolve(performance.now() - since)
        }
        port2.postMessage(undefined)
      })
      return { handler, painted }
    },

    async scrolling(scroller, speed, seconds) {
      const frames: number[] = []
      const begin = await nextFrame()
      const top = scroller.scrollTop
      let last = begin
      while (last - begin < seconds * 1000) {
        scroller.scrollTop = top + ((last - begin) / 1000) * speed
        const now = await nextFrame()
        frames.push(now - last)
        last = now
      }
      return frames
    },
  }
}
