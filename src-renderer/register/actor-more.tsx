import { useState } from 'react'
import type { Actor } from '../../annotations/model/actor.ts'
import { useSay } from '../strings/words.ts'
import { LinesField } from '../ui/text-area.tsx'

type ExternalIds = Actor['externalIds']

const linesOf = (ids: ExternalIds) =>
  Object.entries(ids)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')

function idsIn(lines: string): ExternalIds {
  const pairs = lines.split('\n').flatMap(line => {
    const at = line.indexOf('=')
    const [key, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    return at > 0 && key !== '' && value !== '' ? [[key, value] as const] : []
  })
  return Object.fromEntries(pairs)
}

type Props = {
  actor: Actor
  onChange(more: Partial<Pick<Actor, 'notes' | 'externalIds'>>): void
}

/** What is noted of an actor, and what others call it by, a `name=id` a line. */
export function ActorMore({ actor, onChange }: Props) {
  const say = useSay()
  const [ids, setIds] = useState(() => linesOf(actor.externalIds))
  return (
    <details className="register-more" open={actor.notes !== '' || ids !== ''}>
      <summary>{say('actor.more')}</summary>
      <div className="pair">
        <LinesField
          label={say('actor.notes')}
          rows={2}
          value={actor.notes}
          onChange={notes => onChange({ notes })}
          testid="actor-notes"
        />
        <LinesField
          label={say('actor.external')}
          rows={2}
          lang="en"
          value={ids}
          onChange={lines => {
            setIds(lines)
            onChange({ externalIds: idsIn(lines) })
          }}
          testid="actor-external"
        />
      </div>
    </details>
  )
}
