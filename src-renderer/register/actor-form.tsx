import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import { choiceName } from '../panels/attribute-words.ts'
import { nameOf } from '../state/link-actor.ts'
import { saveActor } from '../state/register.ts'
import { announce } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ActorMore } from './actor-more.tsx'
import { InnerForm } from './inner-form.tsx'
import { MergedFrom } from './merged-from.tsx'
import { ParentField } from './parent-field.tsx'
import { SaveActions } from './save-actions.tsx'
import { trimmed, withEnglish } from './two-languages.ts'
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

/** An actor to be read and changed; nothing is written before it is saved. */
export function ActorForm({ stored, draft, onDraft, onSaved, onSplit, onRemove }: Props) {
  const say = useSay()
  const isChanged = JSON.stringify(stored) !== JSON.stringify(draft)
  const canSave = isChanged && draft.name.ar.trim() !== ''
  const change = (more: Partial<Actor>) => onDraft({ ...draft, ...more })

  async function save() {
    if (!canSave) return
    const saved = await saveActor({ ...draft, name: trimmed(draft.name) }, stored)
    if (!saved) return
    announce(say('actor.saved', { name: nameOf(saved) }))
    onSaved(saved)
  }

  function setParent(id: string | undefined) {
    const { parent: _, ...rest } = draft
    onDraft(id === undefined ? rest : { ...rest, parent: id })
  }

  return (
    <InnerForm onSubmit={() => void save()} testid="actor-form">
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
          onChange={en => change({ name: withEnglish(draft.name, en) })}
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
        <ParentField actor={draft} onChange={setParent} />
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
      <ActorMore actor={draft} onChange={change} />
      {stored && <MergedFrom actor={stored} />}
      <SaveActions name="actor" canSave={canSave} isUnsaved={isChanged && stored !== undefined}>
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
      </SaveActions>
    </InnerForm>
  )
}
