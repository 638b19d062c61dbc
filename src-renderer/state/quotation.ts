import { placement } from '../../annotations/model/placement.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { quotedSpans } from '../../annotations/text/quoted-spans.ts'
import { unclosedQuotation } from '../../annotations/text/unclosed-quotation.ts'
import { say } from '../strings/words.ts'
import { make, useEditor } from './editor.ts'
import { newId } from './new-id.ts'
import { announce, useSession } from './session.ts'

/** The quotation at the caret becomes a claim, in as many spans as a cue leaves of it. */
export function takeQuotation(): boolean {
  const { open, selection, loading } = useEditor.getState()
  const labels = useSession.getState().project?.project.scheme.labels ?? []
  const label = labels.find(({ id }) => id === 'claim') ?? labels[0]
  if (!open || loading || !label) return false
  const { text } = open.document
  const stretches = quotedSpans(text, selection.focus)
  if (!stretches) {
    const unclosed = unclosedQuotation(text, selection.focus)
    if (unclosed) useEditor.setState({ selection: { anchor: unclosed.start, focus: unclosed.end } })
    announce(unclosed ? say('quotation.unclosed', { mark: unclosed.mark }) : say('quotation.none'))
    return true
  }
  const spans = stretches.map(({ start, end }) => spanOf(text, start, end))
  const first = spans[0]
  const same = placement(open.set.annotations)
    .within(first?.start ?? 0, spans.at(-1)?.end ?? 0)
    .find(
      annotation =>
        annotation.label === label.id &&
        annotation.spans.length === spans.length &&
        annotation.spans.every(
          (span, at) => span.start === spans[at]?.start && span.end === spans[at]?.end,
        ),
    )
  const id = same?.id ?? newId('q')
  if (!same)
    make([{ kind: 'put-annotation', annotation: { id, label: label.id, spans, attributes: {} } }])
  useEditor.setState({ current: id })
  announce(say('quotation.taken', { quote: spans.map(({ quote }) => quote).join(' … ') }))
  return true
}
