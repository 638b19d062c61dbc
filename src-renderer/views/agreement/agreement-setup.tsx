import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Matching } from '../../../annotations/agreement/study-document.ts'
import type { Failure } from '../../../annotations/api/failures.ts'
import { useSay } from '../../strings/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Segments } from '../../ui/segments.tsx'
import { AnnotatorChoice } from '../annotator-choice.tsx'
import { useAnnotators } from '../use-annotators.ts'

export type Wishes = { annotators: string[]; matching: Matching; gamma: boolean }

type Props = {
  title: string
  howFar: { done: number; total: number; item?: string | undefined } | undefined
  failure: Failure | undefined
  onCompare(wishes: Wishes): void
  onClose(): void
}

/** Who is compared, when two places are the same, and whether to wait for γ. */
export function AgreementSetup({ title, howFar, failure, onCompare, onClose }: Props) {
  const say = useSay()
  const everybody = useAnnotators()
  const [annotators, setAnnotators] = useState(() => everybody.filter(name => name !== 'gold'))
  const [matching, setMatching] = useState<Matching>('exact')
  const [gamma, setGamma] = useState(false)
  const enough = annotators.length > 1
  const running = howFar !== undefined
  return (
    <Dialog
      name="agreement"
      title={title}
      onClose={onClose}
      onSubmit={() => enough && onCompare({ annotators, matching, gamma })}
      footer={
        <FormButtons
          label={say('agreement.run')}
          isDisabled={!enough}
          busy={running ? say('agreement.running') : undefined}
          onCancel={onClose}
        />
      }
    >
      <p className="lead">{say('agreement.lead')}</p>
      <AnnotatorChoice
        names={everybody}
        chosen={annotators}
        onChange={setAnnotators}
        isDisabled={running}
      />
      {!enough && (
        <p className="hint" data-testid="too-few">
          {say('agreement.too-few')}
        </p>
      )}
      <Segments<Matching>
        label={say('agreement.matching')}
        options={[
          { id: 'exact', name: say('agreement.exact') },
          { id: 'arabic', name: say('agreement.arabic') },
        ]}
        value={matching}
        onChange={setMatching}
        testid="matching"
      />
      <p className="hint">
        {say(matching === 'exact' ? 'agreement.exact-hint' : 'agreement.arabic-hint')}
      </p>
      <Checkbox
        className="checkbox"
        isSelected={gamma}
        onChange={setGamma}
        isDisabled={running}
        data-testid="gamma"
      >
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        {say('agreement.gamma')}
      </Checkbox>
      <FailureNote failure={failure} />
      {howFar && <Progress label={say('agreement.running')} {...howFar} />}
    </Dialog>
  )
}
