import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { type ClaimRecord, claimRecords } from '../../annotations/claims/claim-record.ts'
import { type Annotation, extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import { regionAt } from '../../annotations/model/document.ts'
import type { Label } from '../../annotations/model/scheme.ts'
import { goTo, type OpenDocument, useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { ChainPath } from '../text/chain-path.tsx'
import { attributeWords } from './attribute-words.ts'
import { relationWords } from './relation-words.ts'

type Props = { open: OpenDocument; label: Label }

/** The document's annotations of one label, in text order; each jumps to its words. */
export function AnnotationList({ open, label }: Props) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const current = useEditor(editor => editor.current)
  const register = useSession(session => session.register)
  const annotations = useMemo(
    () => open.set.annotations.filter(annotation => annotation.label === label.id),
    [open.set.annotations, label.id],
  )
  const records = useMemo(() => {
    if (label.id !== 'claim') return new Map<string, ClaimRecord>()
    return new Map(claimRecords(open.set, register).map(record => [record.id, record]))
  }, [open.set, register, label.id])
  const virtual = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    getItemKey: at => annotations[at]?.id ?? at,
    overscan: 8,
  })
  if (annotations.length === 0)
    return (
      <div className="empty-state small">
        <p>{say('inspector.none-of-label', { label: label.name[language()] })}</p>
      </div>
    )
  return (
    <div ref={scroller} className="list-scroll" data-testid={`list-${label.id}`}>
      <ul
        className="list"
        aria-label={say('inspector.list', { label: label.name[language()] })}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(row => {
          const annotation = annotations[row.index] as Annotation
          const record = records.get(annotation.id)
          return (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <button
                type="button"
                className={`list-item ${regionAt(open.document.regions, extentOf(annotation).start)}`}
                aria-current={annotation.id === current}
                data-annotation={annotation.id}
                onClick={() => goTo(annotation)}
              >
                {record && <ChainPath sources={record.sources} />}
                <bdi className="list-quote">{quoteOf(annotation)}</bdi>
                <span className="list-words">
                  {attributeWords(annotation).map(({ id, words, ltr }) => (
                    <bdi key={id} className={`tag ${label.id}`} dir={ltr ? 'ltr' : 'auto'}>
                      {words}
                    </bdi>
                  ))}
                </span>
                <span className="visually-hidden">
                  {relationWords(open, annotation).join('، ')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
