import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import type { DocumentEntry } from '../../annotations/api/views.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { openDocument } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { type Key, useSay } from '../strings/words.ts'
import { CorpusRow } from './corpus-row.tsx'

const kinds = ['all', 'untouched', 'in-progress', 'submitted'] as const
type Kind = (typeof kinds)[number]
const kindNames: Record<Kind, Key> = {
  all: 'corpus.all',
  untouched: 'corpus.untouched',
  'in-progress': 'corpus.in-progress',
  submitted: 'corpus.submitted',
}

function kindOf(entry: DocumentEntry, annotator: string): Exclude<Kind, 'all'> {
  const set = entry.sets[annotator]
  if (!set) return 'untouched'
  return set.status === 'submitted' || set.status === 'approved' ? 'submitted' : 'in-progress'
}

/** What the filter looks in, folded once an entry. */
const haystacks = new WeakMap<DocumentEntry, string>()
function haystackOf(entry: DocumentEntry): string {
  const known = haystacks.get(entry)
  if (known !== undefined) return known
  const { title, outlet, author, published } = entry
  const { folded } = fold([title, outlet, author, published].join('\n'))
  haystacks.set(entry, folded)
  return folded
}

/** The project's documents: filter as you type, by state, and open by click or arrows. */
export const CorpusList = memo(function CorpusList() {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const documentId = useSession(session => session.documentId)
  const annotator = useSession(session => session.annotator)
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<Kind>('all')
  const scroller = useRef<HTMLDivElement>(null)

  const matching = useMemo(() => {
    const words = fold(query).folded.split(/\s+/u).filter(Boolean)
    return documents.filter(entry => words.every(word => haystackOf(entry).includes(word)))
  }, [documents, query])
  const counts = useMemo(() => {
    const found = { all: matching.length, untouched: 0, 'in-progress': 0, submitted: 0 }
    for (const entry of matching) found[kindOf(entry, annotator)]++
    return found
  }, [matching, annotator])
  const shown = useMemo(
    () => (kind === 'all' ? matching : matching.filter(entry => kindOf(entry, annotator) === kind)),
    [matching, kind, annotator],
  )

  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 72,
    getItemKey: at => shown[at]?.id ?? at,
    overscan: 6,
  })

  const at = shown.findIndex(({ id }) => id === documentId)
  const { scrollToIndex } = virtual
  useEffect(() => {
    if (at !== -1) scrollToIndex(at, { align: 'auto' })
  }, [at, scrollToIndex])

  function onKeyDown(event: KeyboardEvent) {
    const by = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
    const next = by === 0 ? undefined : shown[at + by]
    if (!next) return
    event.preventDefault()
    void openDocument(next.id)
  }

  function onClick(event: MouseEvent) {
    const row = (event.target as Element).closest<HTMLElement>('[data-document]')
    if (row?.dataset.document) void openDocument(row.dataset.document)
  }

  return (
    <nav className="corpus" aria-label={say('corpus.title')}>
      <SearchField
        className="corpus-filter"
        aria-label={say('corpus.filter')}
        value={query}
        onChange={setQuery}
      >
        <Input placeholder={say('corpus.filter')} data-testid="filter" />
      </SearchField>
      <div className="chips">
        {kinds.map(name => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={kind === name}
            onClick={() => setKind(name)}
          >
            {say(kindNames[name])}{' '}
            <span className="number">{say('plain', { value: counts[name] })}</span>
          </button>
        ))}
      </div>
      {documents.length === 0 ? (
        <div className="empty-state small">
          <p>{say('corpus.empty')}</p>
          <Button className="button" onPress={() => showDialog('import')}>
            {say('corpus.import')}
          </Button>
        </div>
      ) : shown.length === 0 ? (
        <div className="empty-state small">
          <p>{query === '' ? say('corpus.none-of-kind') : say('corpus.none', { query })}</p>
          <Button
            className="button"
            onPress={() => {
              setQuery('')
              setKind('all')
            }}
          >
            {say('corpus.clear')}
          </Button>
        </div>
      ) : (
        <div
          ref={scroller}
          className="corpus-scroll"
          role="listbox"
          aria-label={say('corpus.title')}
          aria-activedescendant={documentId && `document-${documentId}`}
          tabIndex={0}
          onClick={onClick}
          onKeyDown={onKeyDown}
          data-testid="corpus"
        >
          <div className="corpus-rows" style={{ blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(row => (
              <CorpusRow
                key={row.key}
                measure={virtual.measureElement}
                index={row.index}
                top={row.start}
                total={shown.length}
                entry={shown[row.index] as DocumentEntry}
                annotator={annotator}
                selected={shown[row.index]?.id === documentId}
              />
            ))}
          </div>
        </div>
      )}
    </nav>
  )
})
