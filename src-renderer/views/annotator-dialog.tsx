import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { annotatorFrom } from '../../annotations/model/annotator.ts'
import { changeAnnotator, keepName } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { TextField } from '../ui/text-field.tsx'
import { annotatorProblem } from './annotator-problem.ts'
import { useAnnotators } from './use-annotators.ts'

/** Among the radios, the one of a name that is not there yet. No annotator's name holds a slash. */
const newOne = '/new'

/** Who annotates: one who has worked here, or someone new. */
export function AnnotatorDialog() {
  const say = useSay()
  const now = useSession(session => session.annotator)
  const known = useAnnotators().filter(name => name !== 'gold')
  const names = known.includes(now) || now === '' ? known : [now, ...known]
  const [chosen, setChosen] = useState(now || newOne)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const isNew = chosen === newOne
  const problem = isNew && typed.trim() !== '' ? annotatorProblem(typed) : undefined
  const name = isNew ? annotatorFrom(typed) : chosen
  const ready = name !== undefined && !problem
  const close = () => showDialog(undefined)

  async function change() {
    if (!ready || busy) return
    setBusy(true)
    if (name !== now) await changeAnnotator(name)
    else await keepName(name)
    setBusy(false)
    close()
  }

  return (
    <Dialog
      name="annotator"
      size="small"
      title={say('annotator.title')}
      onClose={close}
      onSubmit={change}
      footer={
        <FormButtons
          label={say('annotator.change')}
          isDisabled={!ready}
          busy={busy ? say('annotator.changing') : undefined}
          onCancel={close}
        />
      }
    >
      <p className="lead">{say('annotator.lead')}</p>
      <RadioGroup className="names" value={chosen} onChange={setChosen}>
        <Label className="visually-hidden">{say('annotator.title')}</Label>
        {names.map(name => (
          <Radio key={name} value={name} className="radio" autoFocus={name === chosen}>
            <span className="radio-dot" />
            <bdi>{name}</bdi>
          </Radio>
        ))}
        <Radio value={newOne} className="radio" data-testid="new-annotator">
          <span className="radio-dot" />
          {say('annotator.new')}
        </Radio>
      </RadioGroup>
      {isNew && (
        <TextField
          autoFocus
          label={say('annotator.name')}
          value={typed}
          onChange={setTyped}
          hint={say('annotator.name-hint')}
          error={problem && say(problem)}
          testid="annotator-name"
        />
      )}
    </Dialog>
  )
}
