import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { BulkBar } from '../corpus/bulk-bar.tsx'
import { CorpusFilters } from '../corpus/corpus-filters.tsx'
import { CorpusGroup } from '../corpus/corpus-group.tsx'
import { type Kind, kinds } from '../corpus/corpus-query.ts'
import { useCorpus } from '../corpus/use-corpus.ts'
import { openDocument } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { type Key, useSay } from '../strings/words.ts'
import { CorpusRow } from './corpus-row.tsx'

const kindNames: Record<Kind, Key> = {
  all: 'corpus.all',
  untouched: 'corpus.untouched',
  'in-progress': 'corpus.in-progress',
  submitted: 'corpus.submitted',
}

const nobody: ReadonlySet<string> = new Set()

/** The project's documents: filtered as one types, sorted, grouped, opened by click or arrows, many chosen at once. */
export const CorpusList = memo(function CorpusList() {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const documentId = useSession(session => session.documentId)
  const annotator = useSession(session => session.annotator)
  const corpus = useCorpus()
  const { filter, change, clear, counts, shown, rows } = corpus
  const [filtering, setFiltering] = useState(false)
  /** Documents chosen to be changed together; absent while one opens them one by one. */
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const [from, setFrom] = useState<string>()
  const scroller = useRef<HTMLDivElement>(null)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => (rows[at]?.kind === 'group' ? 34 : 72),
    getItemKey: at => {
      const row = rows[at]
      return row?.kind === 'document' ? row.entry.id : `group ${row?.id ?? at}`
    },
    overscan: 6,
    useFlushSync: false,
  })

  const at = rows.findIndex(row => row.kind === 'document' && row.entry.id === documentId)
  const { scrollToIndex } = virtual
  useEffect(() => {
    if (at !== -1) scrollToIndex(at, { align: 'auto' })
  }, [at, scrollToIndex])

  function onKeyDown(event: KeyboardEvent) {
    const by = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
    if (event.code === 'Escape' && chosen) setChosen(undefined)
    if (by === 0) return
    const place = shown.findIndex(({ id }) => id === documentId)
    const next = shown[place + by]
    if (!next) return
    event.preventDefault()
    if (event.shiftKey) choose([...(documentId ? [documentId] : []), next.id])
    void openDocument(next.id)
  }

  const choose = (ids: readonly string[]) => setChosen(now => new Set([...(now ?? nobody), ...ids]))

  /** Shift takes all from the last one on, Ctrl one more or one less. */
  function mark(id: string, range: boolean) {
    const [a, b] = [shown.findIndex(one => one.id === from), shown.findIndex(one => one.id === id)]
    setFrom(id)
    if (range && a !== -1)
      return choose(shown.slice(Math.min(a, b), Math.max(a, b) + 1).map(one => one.id))
    setChosen(now => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }

  function onClick(event: MouseEvent) {
    const row = (event.target as Element).closest<HTMLElement>('[data-document]')
    const id = row?.dataset.document
    if (id === undefined) return
    if (chosen || event.ctrlKey || event.metaKey || event.shiftKey) mark(id, event.shiftKey)
    else {
      setFrom(id)
      void openDocument(id)
    }
  }

  const { outlet, from: since, to, label, annotator: by, withoutClaims } = filter
  const isNarrow = withoutClaims || [outlet, since, to, label, by].some(asked => asked !== '')
  return (
    <nav className="corpus" aria-label={say('corpus.title')}>
      <div className="corpus-head">
        <SearchField
          className="corpus-filter"
          aria-label={say('corpus.filter')}
          value={filter.query}
          onChange={query => change({ query })}
        >
          <Input placeholder={say('corpus.filter')} data-testid="filter" />
        </SearchField>
      </div>
      <div className="chips">
        {kinds.map(name => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={filter.kind === name}
            onClick={() => change({ kind: name })}
          >
            {say(kindNames[name])}{' '}
            <span className="number">{say('plain', { value: counts[name] })}</span>
          </button>
        ))}
        <button
          type="button"
          className="chip"
          aria-expanded={filtering}
          data-narrow={isNarrow}
          onClick={() => setFiltering(on => !on)}
          data-testid="more-filters"
        >
          {say('filter.title')}
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={chosen !== undefined}
          onClick={() => setChosen(chosen ? undefined : new Set())}
          data-testid="bulk-begin"
        >
          {say('bulk.begin')}
        </button>
      </div>
      {filtering && <CorpusFilters corpus={corpus} />}
      {chosen && (
        <BulkBar
          chosen={chosen}
          shown={shown.length}
          onAll={() => choose(shown.map(({ id }) => id))}
          onClear={() => setChosen(undefined)}
        />
      )}
      {documents.length === 0 ? (
        <div className="empty-state small">
          <p>{say('corpus.empty')}</p>
          <Button className="button" onPress={() => showDialog('import')}>
            {say('corpus.import')}
          </Button>
        </div>
      ) : shown.length === 0 ? (
        <div className="empty-state small">
          <p>
            {filter.query === ''
              ? say('corpus.none-of-kind')
              : say('corpus.none', { query: filter.query })}
          </p>
          <Button className="button" onPress={clear}>
            {say('corpus.clear')}
          </Button>
        </div>
      ) : (
        <div
          ref={scroller}
          className="corpus-scroll"
          role="listbox"
          aria-label={say('corpus.title')}
          aria-multiselectable={chosen !== undefined}
          aria-activedescendant={at === -1 ? undefined : `document-${documentId}`}
          tabIndex={0}
          onClick={onClick}
          onKeyDown={onKeyDown}
          data-testid="corpus"
        >
          <div className="corpus-rows" style={{ blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ key, index, start }) => {
              const row = rows[index]
              if (!row) return null
              const place = { index, top: start, measure: virtual.measureElement }
              return row.kind === 'group' ? (
                <CorpusGroup
                  key={key}
                  {...place}
                  id={row.id}
                  count={row.count}
                  grouping={corpus.grouping}
                  isOpen={!corpus.closed.has(row.id)}
                  onToggle={corpus.toggleGroup}
                />
              ) : (
                <CorpusRow
                  key={key}
                  {...place}
                  total={rows.length}
                  entry={row.entry}
                  annotator={annotator}
                  selected={chosen ? chosen.has(row.entry.id) : row.entry.id === documentId}
                  current={row.entry.id === documentId}
                />
              )
            })}
          </div>
        </div>
      )}
    </nav>
  )
})
