import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { nameOf } from '../state/link-actor.ts'
import { putActors } from '../state/register.ts'
import { announce, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { InnerForm } from './inner-form.tsx'
import { MentionList, mentionKey } from './mention-list.tsx'
import type { Mentions } from './use-mentions.ts'

type Props = {
  actor: Actor
  mentions: Mentions | undefined
  onDone(made: string | undefined): void
  onFailure(failure: Failure): void
}

function Tick({
  on,
  label,
  onChange,
}: {
  on: boolean
  label: string
  onChange(on: boolean): void
}) {
  return (
    <Checkbox className="checkbox" isSelected={on} onChange={onChange} aria-label={label}>
      <span className="checkbox-box">
        <Icon name="check" />
      </span>
    </Checkbox>
  )
}

/** One actor made two: a name for the new one, and what goes with it. */
export function SplitForm({ actor, mentions, onDone, onFailure }: Props) {
  const say = useSay()
  const project = useSession(session => session.project?.folder)
  const [name, setName] = useState('')
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const lines = mentions?.mentions ?? []
  const words = [...actor.aliases, ...actor.titles]
  const toggled = (set: ReadonlySet<string>, one: string) => {
    const next = new Set(set)
    if (!next.delete(one)) next.add(one)
    return next
  }

  /** A name that goes takes the mentions that say it along. */
  function toggleName(word: string) {
    const going = !names.has(word)
    setNames(toggled(names, word))
    if (!name && going) setName(word)
    const same = lines.filter(({ quote }) => quote === word).map(mentionKey)
    setChosen(now => new Set([...now].filter(key => !same.includes(key)).concat(going ? same : [])))
  }

  async function split() {
    const ar = name.trim()
    if (project === undefined || ar === '' || !(await flush())) return
    const done = await call('actors.split', {
      project,
      id: actor.id,
      name: { ar },
      aliases: actor.aliases.filter(one => names.has(one)),
      titles: actor.titles.filter(one => names.has(one)),
      mentions: lines
        .filter(line => chosen.has(mentionKey(line)))
        .map(({ annotator, documentId, annotation }) => ({ annotator, documentId, annotation })),
    })
    if (!done.ok) return onFailure(done.failure)
    const { actors, removed, relinked: moved, left, made } = done.value
    putActors(actors, removed)
    announce(say('split.done', { name: ar, moved, left: left.length }))
    onDone(made)
  }

  return (
    <InnerForm onSubmit={() => void split()} testid="split-form">
      <h3>{say('split.title', { name: nameOf(actor) })}</h3>
      <p className="hint">{say('split.why')}</p>
      {words.length > 0 && (
        <fieldset className="split-names">
          <legend>{say('split.names')}</legend>
          {words.map(word => (
            <span key={word} className="split-name">
              <Tick on={names.has(word)} label={word} onChange={() => toggleName(word)} />
              <bdi>{word}</bdi>
            </span>
          ))}
        </fieldset>
      )}
      <TextField label={say('split.name')} value={name} onChange={setName} testid="split-name" />
      {lines.length > 0 && <h4>{say('split.mentions')}</h4>}
      <MentionList
        mentions={lines}
        label={say('split.mentions')}
        before={line => (
          <Tick
            on={chosen.has(mentionKey(line))}
            label={`${line.quote} · ${line.title}`}
            onChange={() => setChosen(now => toggled(now, mentionKey(line)))}
          />
        )}
      />
      <div className="form-actions">
        <Button kind="primary" type="submit" isDisabled={name.trim() === ''} data-testid="split-go">
          {say('split.go')}
        </Button>
        <Button onPress={() => onDone(undefined)}>{say('split.cancel')}</Button>
      </div>
    </InnerForm>
  )
}
