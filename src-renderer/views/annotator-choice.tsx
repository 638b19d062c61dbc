import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components'
import { useSay } from '../strings/words.ts'
import { Icon } from '../ui/icon.tsx'

type Props = {
  names: string[]
  chosen: string[]
  onChange(chosen: string[]): void
  isDisabled: boolean
}

/** Whose sets; at least one's. */
export function AnnotatorChoice({ names, chosen, onChange, isDisabled }: Props) {
  const say = useSay()
  return (
    <CheckboxGroup
      className="field"
      value={chosen}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={names.length > 0 && chosen.length === 0}
      validationBehavior="aria"
      data-testid="annotators"
    >
      <Label className="field-label">{say('export.annotators')}</Label>
      {names.length === 0 && <p className="hint">{say('export.no-annotators')}</p>}
      <div className="names">
        {names.map(name => (
          <Checkbox key={name} value={name} className="checkbox">
            <span className="checkbox-box">
              <Icon name="check" />
            </span>
            <bdi>{name === 'gold' ? say('annotator.gold') : name}</bdi>
          </Checkbox>
        ))}
      </div>
      <FieldError className="field-error">{say('export.choose-annotator')}</FieldError>
    </CheckboxGroup>
  )
}
