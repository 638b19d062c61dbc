import { memo } from 'react'
import { useSay } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { Icon } from '../ui/icon.tsx'
import type { Grouping, Kind } from './corpus-query.ts'

type Props = {
  id: string
  count: number
  grouping: Grouping
  isOpen: boolean
  onToggle(id: string): void
  index: number
  top: number
  measure: (row: HTMLElement | null) => void
}

/** What the documents below have in common, and how many they are; folds them away. */
export const CorpusGroup = memo(function CorpusGroup(props: Props) {
  const { id, count, grouping, isOpen, onToggle, index, top, measure } = props
  const say = useSay()
  const name =
    id === ''
      ? say('group.unknown')
      : grouping === 'month'
        ? formatPublished(id)
        : grouping === 'status'
          ? say(`corpus.${id as Exclude<Kind, 'all'>}`)
          : id
  return (
    <div
      ref={measure}
      data-index={index}
      role="option"
      tabIndex={-1}
      aria-selected={false}
      data-open={isOpen}
      aria-label={name}
      className="corpus-group"
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onToggle(id)}
      onKeyDown={event => event.key === 'Enter' && onToggle(id)}
      data-group={id}
    >
      <Icon name={isOpen ? 'up' : 'down'} />
      <bdi>{name}</bdi>
      <span className="number">{say('plain', { value: count })}</span>
    </div>
  )
})
