import type { Ref } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { ActorForm } from './actor-form.tsx'
import { ActorMentions } from './actor-mentions.tsx'
import { SplitForm } from './split-form.tsx'
import type { useChosen } from './use-chosen.ts'
import { useMentions } from './use-mentions.ts'

type Props = {
  ref: Ref<HTMLElement>
  chosen: ReturnType<typeof useChosen>
  onRemove(): void
  onFailure(failure: Failure): void
}

/** Whoever is chosen: edited or split, with all they are mentioned in. */
export function ActorPane({ ref, chosen, onRemove, onFailure }: Props) {
  const say = useSay()
  const { selected, select, draft, setDraft, file, splitting, split } = chosen
  const shown = draft ?? file
  const mentions = useMentions(
    file?.id,
    useSession(session => session.storedActors),
  )
  return (
    <section className="register-pane" ref={ref}>
      {!shown && <p className="empty-state small">{say('register.choose')}</p>}
      {shown && splitting && file && (
        <SplitForm
          key={file.id}
          actor={file}
          mentions={mentions}
          onDone={made => select(made ?? selected)}
          onFailure={onFailure}
        />
      )}
      {shown && !splitting && (
        <>
          <ActorForm
            // A file that changed under the form is shown anew where nothing was typed yet.
            key={draft ? shown.id : JSON.stringify(shown)}
            stored={file}
            draft={shown}
            onDraft={setDraft}
            onSaved={saved => select(saved.id)}
            onSplit={split}
            onRemove={onRemove}
          />
          {file && <ActorMentions mentions={mentions} />}
        </>
      )}
    </section>
  )
}
