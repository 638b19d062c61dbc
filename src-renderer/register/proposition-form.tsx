import { byCode } from '../../annotations/formats/register/propositions-table.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { textOf } from '../state/propositions.ts'
import { saveProposition } from '../state/register.ts'
import { announce, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { LinesField } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { InnerForm } from './inner-form.tsx'
import { SaveActions } from './save-actions.tsx'
import { trimmed, withEnglish } from './two-languages.ts'

type Props = {
  stored: Proposition | undefined
  draft: Proposition
  onDraft(proposition: Proposition): void
  onSaved(id: string): void
  onRemove(): void
}

const nothing = '-'

/** A proposition to be read and changed; nothing is written before it is saved. */
export function PropositionForm({ stored, draft, onDraft, onSaved, onRemove }: Props) {
  const say = useSay()
  const all = useSession(session => session.propositions)
  const isChanged = JSON.stringify(stored) !== JSON.stringify(draft)
  const canSave = isChanged && draft.code.trim() !== '' && draft.text.ar.trim() !== ''
  const change = (more: Partial<Proposition>) => onDraft({ ...draft, ...more })

  async function save() {
    if (!canSave) return
    if (!(await saveProposition({ ...draft, text: trimmed(draft.text) }))) return
    announce(say('codebook.saved', { code: draft.code }))
    onSaved(draft.id)
  }

  function setParent(id: string) {
    const { parent: _, ...rest } = draft
    onDraft(id === nothing ? rest : { ...rest, parent: id })
  }

  return (
    <InnerForm onSubmit={() => void save()} testid="proposition-form">
      <div className="pair code-pair">
        <TextField
          label={say('codebook.code')}
          value={draft.code}
          direction="ltr"
          onChange={code => change({ code })}
          testid="proposition-code"
        />
        <Select
          label={say('codebook.parent')}
          options={[
            { id: nothing, name: say('codebook.no-parent') },
            ...[...all]
              .sort(byCode)
              .filter(({ id }) => id !== draft.id)
              .map(one => ({ id: one.id, name: `${one.code} ${textOf(one)}` })),
          ]}
          value={draft.parent ?? nothing}
          onChange={setParent}
          testid="proposition-parent"
        />
      </div>
      <LinesField
        label={say('codebook.text-ar')}
        rows={2}
        lang="ar"
        value={draft.text.ar}
        onChange={ar => change({ text: { ...draft.text, ar } })}
        testid="proposition-ar"
      />
      <LinesField
        label={say('codebook.text-en')}
        rows={2}
        lang="en"
        value={draft.text.en ?? ''}
        onChange={en => change({ text: withEnglish(draft.text, en) })}
        testid="proposition-en"
      />
      <LinesField
        label={say('codebook.notes')}
        rows={3}
        value={draft.notes}
        onChange={notes => change({ notes })}
        testid="proposition-notes"
      />
      <SaveActions
        name="proposition"
        canSave={canSave}
        isUnsaved={isChanged && stored !== undefined}
      >
        {stored && (
          <Button kind="danger" onPress={onRemove} data-testid="proposition-remove">
            {say('codebook.remove')}
          </Button>
        )}
      </SaveActions>
    </InnerForm>
  )
}
