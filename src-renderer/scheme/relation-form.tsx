import { Checkbox, CheckboxGroup, Label as FieldLabel } from 'react-aria-components'
import type { LabelScheme, RelationType } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { idFrom } from './draft.ts'
import { NamesField } from './names-field.tsx'

type Props = {
  draft: LabelScheme
  stored: LabelScheme
  type: RelationType
  onChange(type: RelationType): void
  onRemove(): void
}

/** A relation type: how it is called, what it leaves from and arrives at, and whether it is a chain. */
export function RelationForm({ draft, stored, type, onChange, onRemove }: Props) {
  const say = useSay()
  const kept = stored.relationTypes.some(({ id }) => id === type.id)
  const others = draft.relationTypes.filter(other => other !== type)
  const ends = (key: 'from' | 'to') => (
    <CheckboxGroup
      className="field"
      value={type[key]}
      onChange={ids => ids.length > 0 && onChange({ ...type, [key]: ids })}
    >
      <FieldLabel className="field-label">
        {say(key === 'from' ? 'scheme.from' : 'scheme.to')}
      </FieldLabel>
      {draft.labels.map(label => (
        <Checkbox key={label.id} value={label.id} className="checkbox">
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          <Swatch label={label} />
          {label.name[language()]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
  return (
    <div className="scheme-form" data-testid="relation-form">
      <div className="scheme-form-head">
        <h3>{type.name[language()] || type.id}</h3>
        <bdi dir="ltr" className="hint">
          {type.id}
        </bdi>
        <span className="grow" />
        <Button kind="danger" onPress={onRemove}>
          {say('scheme.remove-relation')}
        </Button>
      </div>
      <NamesField
        name={type.name}
        onChange={name =>
          onChange({ ...type, id: kept ? type.id : idFrom(name.en, 'relation', others), name })
        }
      />
      <div className="pair">
        {ends('from')}
        {ends('to')}
      </div>
      <Toggle isSelected={type.ordered} onChange={ordered => onChange({ ...type, ordered })}>
        {say('scheme.ordered')}
      </Toggle>
    </div>
  )
}
