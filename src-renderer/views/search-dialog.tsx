import { type KeyboardEvent, useRef } from 'react'
import { chooseAll, type Order, search, useSearch } from '../state/concordance.ts'
import { goToPlace } from '../state/go-to-place.ts'
import { chordOf } from '../state/keys.ts'
import { showDialog, useSession } from '../state/session.ts'
import { tagHits, undoBatch, useBatch } from '../state/tag-hits.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { Progress } from '../ui/progress.tsx'
import { Segments } from '../ui/segments.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ConcordanceCounts } from './concordance-counts.tsx'
import { ConcordanceLines } from './concordance-lines.tsx'
import { useJob } from './use-job.ts'

const orders: readonly Order[] = ['document', 'before', 'after']

/** The project searched: every hit in its line, the hits one under the other, and what can be done with them. */
export function SearchDialog() {
  const say = useSay()
  const { query, order, state, failure, found, lines, chosen } = useSearch()
  const { batch, busy } = useBatch()
  const labels = useSession(session => session.project?.project.scheme.labels) ?? []
  const list = useRef<HTMLDivElement>(null)
  const { howFar, run } = useJob()
  const close = () => showDialog(undefined)

  async function ask() {
    await run(search)
    list.current?.focus()
  }

  const tag = (id: string) => {
    const label = labels.find(label => label.id === id)
    const hits = [...chosen].sort((a, b) => a - b).flatMap(at => lines[at] ?? [])
    if (label) void tagHits(hits, label)
  }

  // Labels have their keys here too, once lines are chosen; undo is of all of them at once.
  function onListKey(event: KeyboardEvent) {
    const chord = chordOf(event.nativeEvent, document.documentElement.dir === 'rtl')
    const label = labels.find(({ keys }) => keys.includes(chord))
    if (chord === 'Ctrl+KeyZ') void undoBatch()
    else if (chord === 'Ctrl+KeyA') chooseAll()
    else if (label && chosen.size > 0) tag(label.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Dialog
      name="search"
      size="large"
      title={say('search.title')}
      onClose={close}
      onSubmit={() => void ask()}
      footer={
        <>
          <span className="said" role="status">
            {batch
              ? say(batch.undone ? 'search.untagged' : 'search.tagged', {
                  made: batch.made,
                  already: batch.already,
                  label: batch.label.name[language()],
                })
              : chosen.size === 0
                ? say('search.none-chosen')
                : say('search.chosen', { count: chosen.size })}
          </span>
          {batch && !batch.undone && batch.made > 0 && (
            <Button kind="quiet" onPress={() => void undoBatch()} data-testid="undo-batch">
              <Keycap chord="Ctrl+KeyZ" />
              {say('search.undo')}
            </Button>
          )}
          {labels.map(label => (
            <Button
              key={label.id}
              kind="quiet"
              isDisabled={chosen.size === 0 || busy}
              aria-label={say('search.tag', { label: label.name[language()] })}
              onPress={() => tag(label.id)}
              data-tag={label.id}
            >
              <Swatch label={label} />
              {label.name[language()]}
              {label.keys[0] && <Keycap chord={label.keys[0]} />}
            </Button>
          ))}
        </>
      }
    >
      <div className="search-head">
        <TextField
          label={say('search.query')}
          bare
          autoFocus
          placeholder={say('search.placeholder')}
          value={query}
          onChange={query => useSearch.setState({ query })}
          testid="search-query"
        />
        <Button
          kind="primary"
          type="submit"
          isDisabled={query.trim() === ''}
          data-testid="search-go"
        >
          {say('search.go')}
        </Button>
        <Segments
          label={say('search.order')}
          bare
          options={orders.map(id => ({ id, name: say(`search.order.${id}`) }))}
          value={order}
          onChange={order => {
            useSearch.setState({ order })
            if (found) void ask()
          }}
          testid="search-order"
        />
      </div>
      <FailureNote failure={failure ?? batch?.failure} />
      {howFar && howFar.total > 0 && <Progress label={say('search.indexing')} {...howFar} />}
      {state === 'idle' && <p className="hint">{say('search.idle')}</p>}
      {state === 'searching' && !found && <p aria-busy="true">{say('search.searching')}</p>}
      {found && found.total === 0 && <p className="hint">{say('search.none', { query })}</p>}
      {found && found.total > 0 && (
        <div className="search-found" aria-busy={state === 'searching'}>
          <p className="search-total" data-testid="search-total" data-total={found.total}>
            {say('search.in', {
              hits: say('search.hits', { count: found.total }),
              documents: found.documents,
              searched: found.searched,
            })}
          </p>
          <ConcordanceLines
            ref={list}
            onKey={onListKey}
            onOpen={line => void goToPlace(line.document, line.start, line.end)}
          />
          <ConcordanceCounts found={found} />
        </div>
      )}
    </Dialog>
  )
}
