import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { choiceName } from '../panels/attribute-words.ts'
import { reasonOf } from '../state/candidates.ts'
import { nameOf } from '../state/link-actor.ts'
import { useSay } from '../strings/words.ts'
import type { Row } from './use-register.ts'

type Props = {
  ref: Ref<HTMLDivElement | null>
  rows: readonly Row[]
  selected: string | undefined
  /** Chosen to be merged. */
  marked: ReadonlySet<string>
  counts: Readonly<Record<string, number>>
  loops: ReadonlySet<string>
  onSelect(id: string): void
  onMark(id: string): void
  onEnter(): void
}

/** The actors, a row each, drawn as far as they are seen. Arrows go, Space chooses for merging, Enter edits. */
export function ActorList(props: Props) {
  const { ref, rows, selected, marked, counts, loops, onSelect, onMark, onEnter } = props
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => scroller.current)
  const at = rows.findIndex(({ actor }) => actor.id === selected)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    getItemKey: index => rows[index]?.actor.id ?? index,
    overscan: 8,
    useFlushSync: false,
  })
  const { scrollToIndex } = virtual
  useEffect(() => {
    if (at !== -1) scrollToIndex(at, { align: 'auto' })
  }, [at, scrollToIndex])

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
    const ends: Record<string, number> = { Home: 0, End: rows.length - 1 }
    const step = steps[event.key]
    const wanted = step === undefined ? ends[event.key] : at === -1 ? 0 : at + step
    const row = rows[Math.min(Math.max(wanted ?? -1, 0), rows.length - 1)]
    if (wanted !== undefined && row) onSelect(row.actor.id)
    else if (event.key === ' ' && selected !== undefined) onMark(selected)
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }

  function onClick(event: MouseEvent) {
    const id = (event.target as Element).closest<HTMLElement>('[data-actor]')?.dataset.actor
    if (id === undefined) return
    if (event.ctrlKey || event.metaKey || (event.target as Element).closest('.row-mark')) onMark(id)
    onSelect(id)
  }

  return (
    <div
      ref={scroller}
      className="actor-list"
      role="listbox"
      aria-label={say('register.list')}
      aria-activedescendant={at === -1 ? undefined : `actor-${selected}`}
      aria-multiselectable="true"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      data-testid="actor-list"
    >
      <div className="actor-rows" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          if (!row) return null
          const { actor, found } = row
          const isMarked = marked.has(actor.id)
          return (
            <div
              key={key}
              id={`actor-${actor.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={actor.id === selected || isMarked}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={`actor-row ${actor.id === selected ? 'current' : ''}`}
              style={{ transform: `translateY(${start}px)` }}
              data-actor={actor.id}
              data-marked={isMarked}
            >
              <span className="row-mark" aria-hidden="true">
                {isMarked ? '✓' : ''}
              </span>
              <span className="row-name">
                <bdi>{nameOf(actor)}</bdi>
                <small>
                  {loops.has(actor.id)
                    ? say('register.loop')
                    : [
                        choiceName('actor', 'kind', actor.kind),
                        ...(found ? [reasonOf(found)] : actor.aliases.slice(0, 2)),
                      ].join(' · ')}
                </small>
                {isMarked && <span className="visually-hidden">{say('register.marked')}</span>}
              </span>
              <span
                className="number"
                title={say('register.mentions', { count: counts[actor.id] ?? 0 })}
              >
                {say('plain', { value: counts[actor.id] ?? 0 })}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
