import type { LogEntry } from '../../annotations/model/action.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { Change } from '../../annotations/model/change.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { accusative } from '../strings/accusative.ts'
import { language, say } from '../strings/words.ts'
import { useEditor } from './editor.ts'
import { useSession } from './session.ts'

/** Letters of a quote shown in one line. */
const shown = 48
const short = (annotation: Annotation) => {
  const quote = quoteOf(annotation)
  return quote.length > shown ? `${quote.slice(0, shown)}…` : quote
}

const schemeNow = () => useSession.getState().project?.project.scheme

function labelWords(id: string): string {
  const scheme = schemeNow()
  const name = scheme && labelOf(scheme, id)?.name
  return name ? (language() === 'ar' ? accusative(name.ar) : name.en) : id
}

/** An annotation's words by its id: as it was in this change, or as it is now. */
function quoteById(id: string, changes: readonly Change[]): string {
  const put = changes.find(c => c.kind === 'put-annotation' && c.annotation.id === id)
  if (put?.kind === 'put-annotation') return short(put.annotation)
  const now = useEditor.getState().open?.set.annotations.find(annotation => annotation.id === id)
  return now ? short(now) : id
}

function wordsOf(change: Change, entry: LogEntry): string {
  const all = [...entry.changes, ...entry.inverse]
  switch (change.kind) {
    case 'put-annotation': {
      const { annotation } = change
      const quote = short(annotation)
      const before = entry.inverse.find(
        c => c.kind === 'put-annotation' && c.annotation.id === annotation.id,
      )
      if (before?.kind !== 'put-annotation')
        return say('history.tagged', { quote, label: labelWords(annotation.label) })
      if (before.annotation.label !== annotation.label)
        return say('history.relabelled', { quote, label: labelWords(annotation.label) })
      if (quoteOf(before.annotation) !== quoteOf(annotation))
        return say('history.adjusted', { before: short(before.annotation), quote })
      return say('history.attributes', { quote })
    }
    case 'remove-annotation':
      return say('history.removed', { quote: quoteById(change.id, all) })
    case 'put-relation': {
      const { from, to, type } = change.relation
      const name = schemeNow()?.relationTypes.find(({ id }) => id === type)?.name[language()]
      const [quote, other] = [quoteById(from, all), quoteById(to, all)]
      return say('history.linked', { quote, other, type: name ?? type })
    }
    case 'remove-relation': {
      const put = entry.inverse.find(c => c.kind === 'put-relation' && c.relation.id === change.id)
      const quote = put?.kind === 'put-relation' ? quoteById(put.relation.from, all) : ''
      return say('history.unlinked', { quote })
    }
    case 'put-decision':
    case 'remove-decision':
      return say('history.decided')
    case 'set-status':
      return say(`status.${change.status}`)
    case 'set-guideline':
      return say('history.guideline')
    case 'put-alternative':
    case 'drop-alternative':
      return say('history.alternative', { quote: short(change.annotation) })
  }
}

/** What one step did, in a line: its first change says it, the others are counted. */
export function historyWords(entry: LogEntry): string {
  // What an annotation's removal takes along is not what was done.
  const main =
    entry.changes.find(({ kind }) => kind === 'remove-annotation' || kind === 'put-annotation') ??
    entry.changes[0]
  return main ? wordsOf(main, entry) : ''
}
