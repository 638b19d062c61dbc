import type { KeyboardEvent, Ref } from 'react'
import { textOf } from '../state/propositions.ts'
import { useSay } from '../strings/words.ts'
import type { CodebookRow } from './codebook-rows.ts'

type Props = {
  ref: Ref<HTMLDivElement>
  rows: readonly CodebookRow[]
  selected: string | undefined
  /** How many claims point to each. */
  counts: Readonly<Record<string, number>>
  onSelect(id: string | undefined): void
  onEnter(): void
}

/** The propositions, a row each, set in under what they come under. Arrows go, Enter edits. */
export function PropositionList({ ref, rows, selected, counts, onSelect, onEnter }: Props) {
  const say = useSay()

  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex(({ proposition }) => proposition.id === selected)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') onEnter()
    else if (step === 0) return
    else onSelect(rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.proposition.id)
    event.preventDefault()
  }

  return (
    <div
      ref={ref}
      className="actor-list"
      role="listbox"
      aria-label={say('codebook.list')}
      aria-activedescendant={selected && `proposition-${selected}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid="codebook-list"
    >
      {rows.map(({ proposition, depth }) => (
        <div
          key={proposition.id}
          id={`proposition-${proposition.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={proposition.id === selected}
          className={`codebook-row ${proposition.id === selected ? 'current' : ''}`}
          style={{ paddingInlineStart: `${12 + depth * 20}px` }}
          data-proposition={proposition.id}
          onClick={() => onSelect(proposition.id)}
          onKeyDown={() => {}}
        >
          <bdi className="code" dir="ltr">
            {proposition.code}
          </bdi>
          <bdi>{textOf(proposition)}</bdi>
          <span className="number">{say('plain', { value: counts[proposition.id] ?? 0 })}</span>
        </div>
      ))}
    </div>
  )
}
