/** A span to show: UTF-16 offsets into the article. */
export type Mark = { id: string; label: string; start: number; end: number }

/** What the bench asks of an annotator on a page of its own. */
export type Peer = {
  /** Put the whole article and its annotations on the page. */
  open(text: string, marks: Mark[]): void | Promise<void>
  /** Are annotations of what is in view on the page? */
  drawn(): boolean
  add(mark: Mark): void
  /** Is that one on the page? */
  added(mark: Mark): boolean
  /** Where in the text the middle of the window is. */
  offsetInView(): number
}

export const colours: Record<string, string> = {
  actor: '#0f766e',
  date: '#b45309',
  claim: '#6d28d9',
  cue: '#be123c',
}

/** One `<p>` a line; `data-start` is where it begins in the text. */
export function paragraphs(text: string): HTMLElement[] {
  let start = 0
  return text.split('\n').flatMap(line => {
    const from = start
    start += line.length + 1
    if (line === '') return []
    const paragraph = document.createElement('p')
    paragraph.dir = 'auto'
    paragraph.dataset.start = String(from)
    paragraph.textContent = line
    return [paragraph]
  })
}

/** The paragraph around an offset. */
export function paragraphAround(all: readonly HTMLElement[], offset: number): HTMLElement {
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (Number(all[middle]?.dataset.start) <= offset) low = middle
    else high = middle - 1
  }
  return all[low] as HTMLElement
}

/** For articles made of `paragraphs`. */
export function paragraphInView(): number {
  for (let y = innerHeight / 2; y < innerHeight; y += 8) {
    const found = document.elementFromPoint(innerWidth / 2, y)?.closest('p')
    if (found) return Number(found.dataset.start)
  }
  throw new Error('no paragraph in the middle of the window')
}
