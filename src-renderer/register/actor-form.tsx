import { type FormEvent, useState } from 'react'
import { unmergedOf } from '../../annotations/actors/merge.ts'
import { idsOf } from '../../annotations/actors/register.ts'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import { choiceName } from '../panels/attribute-words.ts'
import { SearchBox } from '../panels/search-box.tsx'
import { nameOf } from '../state/link-actor.ts'
import { saveActor } from '../state/register.ts'
import { announce, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { LinesField } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { candidateOptions } from './candidate-options.ts'
import { WordsField } from './words-field.tsx'

type Props = {
  /** As its file is; absent for one that is yet to be made. */
  stored: Actor | undefined
  draft: Actor
  onDraft(actor: Actor): void
  onSaved(actor: Actor): void
  onSplit(): void
  onRemove(): void
}

const linesOf = (ids: Readonly<Record<string, string>>) =>
  Object.entries(ids)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')

function idsIn(lines: string): Record<string, string> {
  const pairs = lines.split('\n').flatMap(line => {
    const at = line.indexOf('=')
    const [key, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    return at > 0 && key !== '' && value !== '' ? [[key, value] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** An actor to be read and changed; nothing is written before it is saved. */
export function ActorForm({ stored, draft, onDraft, onSaved, onSplit, onRemove }: Props) {
  const say = useSay()
  const register = useSession(session => session.register)
  const all = useSession(session => session.storedActors)
  const [ids, setIds] = useState(() => linesOf(draft.externalIds))
  const parent = draft.parent === undefined ? undefined : register.get(draft.parent)
  const merged = stored
    ? idsOf(stored.id, all).flatMap(id =>
        id === stored.id ? [] : all.filter(one => one.id === id),
      )
    : []
  const isChanged = JSON.stringify(stored) !== JSON.stringify(draft)
  const change = (more: Partial<Actor>) => onDraft({ ...draft, ...more })

  async function save(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const ar = draft.name.ar.trim()
    if (ar === '' || !isChanged) return
    const en = draft.name.en?.trim()
    const actor = { ...draft, name: en ? { ar, en } : { ar } }
    const saved = await saveActor(actor, stored)
    if (!saved) return
    announce(say('actor.saved', { name: nameOf(saved) }))
    onSaved(saved)
  }

  async function unmerge(actor: Actor) {
    const saved = await saveActor(unmergedOf(actor), actor)
    if (saved) announce(say('register.unmerged', { name: nameOf(saved) }))
  }

  function setParent(id: string | undefined) {
    const { parent: _, ...rest } = draft
    onDraft(id === undefined ? rest : { ...rest, parent: id })
  }

  return (
    <form className="actor-form" onSubmit={save} noValidate data-testid="actor-form">
      <div className="pair">
        <TextField
          label={say('actor.name-ar')}
          value={draft.name.ar}
          onChange={ar => change({ name: { ...draft.name, ar } })}
          testid="actor-name-ar"
        />
        <TextField
          label={say('actor.name-en')}
          value={draft.name.en ?? ''}
          onChange={en =>
            change({ name: en === '' ? { ar: draft.name.ar } : { ...draft.name, en } })
          }
          testid="actor-name-en"
        />
      </div>
      <div className="pair">
        <Select
          label={say('register.kind')}
          options={actorKinds.map(id => ({ id, name: choiceName('actor', 'kind', id) }))}
          value={draft.kind}
          onChange={kind => change({ kind })}
          testid="actor-kind"
        />
        <div className="field">
          <span className="field-label">{say('actor.parent')}</span>
          <span className="parent-row">
            <bdi className="chosen">{parent ? nameOf(parent) : (draft.parent ?? '')}</bdi>
            {draft.parent !== undefined && (
              <Button kind="quiet" onPress={() => setParent(undefined)}>
                {say('actor.no-parent')}
              </Button>
            )}
          </span>
          <SearchBox
            label={say('actor.parent')}
            placeholder={say('register.placeholder')}
            options={typed => candidateOptions(typed).filter(({ id }) => id !== draft.id)}
            onChoose={setParent}
          />
        </div>
      </div>
      <div className="pair">
        <WordsField
          label={say('actor.aliases')}
          words={draft.aliases}
          onChange={aliases => change({ aliases })}
          testid="actor-aliases"
        />
        <WordsField
          label={say('actor.titles')}
          words={draft.titles}
          onChange={titles => change({ titles })}
          testid="actor-titles"
        />
      </div>
      <details className="register-more" open={draft.notes !== '' || ids !== ''}>
        <summary>{say('actor.more')}</summary>
        <div className="pair">
          <LinesField
            label={say('actor.notes')}
            rows={2}
            value={draft.notes}
            onChange={notes => change({ notes })}
            testid="actor-notes"
          />
          <LinesField
            label={say('actor.external')}
            rows={2}
            lang="en"
            value={ids}
            onChange={lines => {
              setIds(lines)
              change({ externalIds: idsIn(lines) })
            }}
            testid="actor-external"
          />
        </div>
      </details>
      {merged.length > 0 && (
        <div className="field" data-testid="merged-from">
          <span className="field-label">{say('register.merged-from')}</span>
          <ul className="word-chips">
            {merged.map(actor => (
              <li key={actor.id}>
                <bdi>{nameOf(actor)}</bdi>
                <Button kind="quiet" onPress={() => void unmerge(actor)}>
                  {say('register.unmerge')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="form-actions">
        <Button
          kind="primary"
          type="submit"
          isDisabled={!isChanged || draft.name.ar.trim() === ''}
          data-testid="actor-save"
        >
          {say('actor.save')}
        </Button>
        {stored && (
          <>
            <Button isDisabled={isChanged} onPress={onSplit} data-testid="split-open">
              {say('split.open')}
            </Button>
            <Button kind="danger" onPress={onRemove} data-testid="actor-remove">
              {say('actor.remove')}
            </Button>
          </>
        )}
        {isChanged && stored && <span className="hint">{say('actor.unsaved')}</span>}
      </div>
    </form>
  )
}
