import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { ConcordanceLine } from '../../annotations/api/searching.ts'
import { choose, more, useSearch } from '../state/concordance.ts'
import { useSay } from '../strings/words.ts'

type Props = {
  ref: Ref<HTMLDivElement | null>
  onKey(event: KeyboardEvent): void
  onOpen(line: ConcordanceLine): void
}

const set = useSearch.setState

/** Hits one under the other, each in its line of the text, right to left. Arrows go, Space chooses, Enter opens. */
export function ConcordanceLines({ ref, onKey, onOpen }: Props) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => scroller.current)
  const { lines, at, chosen, found } = useSearch()
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 8,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  const { scrollToIndex } = virtual
  useEffect(() => scrollToIndex(at, { align: 'auto' }), [at, scrollToIndex])
  useEffect(() => {
    if (last >= lines.length - 20) void more()
  }, [last, lines.length])

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
    const step = steps[event.key]
    const line = lines[at]
    if (step !== undefined) {
      const next = Math.min(Math.max(at + step, 0), lines.length - 1)
      if (event.shiftKey) choose(next, true)
      else set({ at: next })
    } else if (event.key === ' ') choose(at)
    else if (event.key === 'Enter' && line) onOpen(line)
    else return onKey(event)
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={scroller}
      className="concordance"
      role="listbox"
      aria-multiselectable="true"
      aria-label={say('search.lines')}
      aria-activedescendant={lines.length > 0 ? `line-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid="concordance"
    >
      <div className="concordance-rows" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map(row => {
          const line = lines[row.index] as ConcordanceLine
          return (
            // The list has the keyboard; a click is one of its keys.
            <div
              key={row.key}
              id={`line-${row.index}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen.has(row.index)}
              aria-setsize={found?.total}
              aria-posinset={row.index + 1}
              className={`kwic ${row.index === at ? 'current' : ''}`}
              style={{ transform: `translateY(${row.start}px)` }}
              onClick={event => choose(row.index, event.shiftKey)}
              onDoubleClick={() => onOpen(line)}
              onKeyDown={() => {}}
            >
              <span className="kwic-mark" aria-hidden="true" />
              <span className="kwic-before" dir="rtl">
                <span>{line.before}</span>
              </span>
              <mark className="kwic-hit" dir="auto">
                {line.hit}
              </mark>
              <span className="kwic-after" dir="rtl">
                {line.after}
              </span>
              <bdi className="kwic-from" title={line.title}>
                {line.outlet ?? line.title}
              </bdi>
            </div>
          )
        })}
      </div>
    </div>
  )
}
