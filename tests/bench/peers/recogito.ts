import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import {
  colours,
  type Mark,
  type Peer,
  paragraphAround,
  paragraphInView,
  paragraphs,
} from '../peer.ts'

/** @recogito/text-annotator over the whole article, each annotation given with its Range, as its renderers want. */
export function recogito(renderer: 'CSS_HIGHLIGHTS' | 'SPANS'): Peer {
  let all: HTMLElement[] = []
  let annotator: ReturnType<typeof createTextAnnotator<TextAnnotation, TextAnnotation>>
  const labels = new Map<string, string>()

  function annotationOf({ id, label, start, end }: Mark): TextAnnotation {
    labels.set(id, label)
    const paragraph = paragraphAround(all, start)
    const from = Number(paragraph.dataset.start)
    const range = document.createRange()
    range.setStart(paragraph.firstChild as Text, start - from)
    range.setEnd(paragraph.firstChild as Text, end - from)
    const selector = [{ quote: range.toString(), start, end, range }]
    return { id, bodies: [], target: { annotation: id, selector } } as unknown as TextAnnotation
  }

  const onThePage = (id: string) =>
    renderer === 'SPANS'
      ? document.querySelector(`.r6o-annotation[data-annotation="${id}"]`) !== null
      : CSS.highlights.has(`_${id}`)

  return {
    open(text, marks) {
      all = paragraphs(text)
      const main = document.querySelector('main') as HTMLElement
      main.replaceChildren(...all)
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(main, {
        renderer,
        style: ({ id }) => ({
          fill: colours[labels.get(id) ?? 'actor'] as `#${string}`,
          fillOpacity: 0.25,
        }),
      })
      annotator.setAnnotations(marks.map(annotationOf))
    },
    drawn: () =>
      renderer === 'SPANS'
        ? document.querySelector('.r6o-annotation') !== null
        : CSS.highlights.size > 0,
    add: mark => annotator.addAnnotation(annotationOf(mark)),
    added: ({ id }) => onThePage(id),
    offsetInView: paragraphInView,
  }
}
