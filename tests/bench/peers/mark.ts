import { type Mark, type Peer, paragraphAround, paragraphInView, paragraphs } from '../peer.ts'

/** The stretches between every two edges, each inside one `<mark>` for every annotation over it. */
function paint(paragraph: HTMLElement, line: string, from: number, marks: readonly Mark[]) {
  const edges = new Set([from, from + line.length])
  for (const { start, end } of marks) edges.add(start).add(end)
  const sorted = [...edges].sort((a, b) => a - b)
  const parts = sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] as number
    let part: Node = document.createTextNode(line.slice(start - from, end - from))
    for (const mark of marks) {
      if (mark.end <= start || end <= mark.start) continue
      const element = document.createElement('mark')
      element.className = mark.label
      element.dataset.id = mark.id
      element.append(part)
      part = element
    }
    return part
  })
  paragraph.replaceChildren(...parts)
}

/** The least an annotator can be: the whole article, and `<mark>` elements in it. */
export function plainMarks(): Peer {
  let article = ''
  let all: HTMLElement[] = []
  const over = new Map<HTMLElement, Mark[]>()

  function repaint(paragraph: HTMLElement) {
    const from = Number(paragraph.dataset.start)
    const end = article.indexOf('\n', from)
    const line = article.slice(from, end === -1 ? undefined : end)
    paint(paragraph, line, from, over.get(paragraph) ?? [])
  }

  function put(mark: Mark): HTMLElement {
    const paragraph = paragraphAround(all, mark.start)
    over.set(paragraph, [...(over.get(paragraph) ?? []), mark])
    return paragraph
  }

  return {
    open(text, marks) {
      article = text
      all = paragraphs(text)
      for (const mark of marks) put(mark)
      for (const paragraph of all) repaint(paragraph)
      document.querySelector('main')?.replaceChildren(...all)
    },
    drawn: () => document.querySelector('mark') !== null,
    add: mark => repaint(put(mark)),
    added: ({ id }) => document.querySelector(`mark[data-id="${id}"]`) !== null,
    offsetInView: paragraphInView,
  }
}
