import { Disclosure, DisclosurePanel, Heading, Button as PlainButton } from 'react-aria-components'
import type { Attribute } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { ChoicesField } from './choices-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { attributeTypes, newChoice, ofType } from './draft.ts'
import { NamesField } from './names-field.tsx'

type Props = {
  attribute: Attribute
  /** As it is in the project, where it is in it. */
  stored: Attribute | undefined
  others: readonly Attribute[]
  isFirst: boolean
  onChange(attribute: Attribute): void
  onMoveUp(): void
  onRemove(): void
}

/** One attribute: folded to its name and type until it is looked at. */
export function AttributeForm(props: Props) {
  const { attribute, stored, others, isFirst, onChange, onMoveUp, onRemove } = props
  const say = useSay()
  const name = attribute.name[language()]
  const kept = stored?.type === 'choice' ? stored.choices.map(({ id }) => id) : []
  return (
    <Disclosure
      className="attribute-form"
      defaultExpanded={!stored}
      data-testid={`attribute-${attribute.id}`}
    >
      <div className="attribute-head">
        <Heading level={5}>
          <PlainButton slot="trigger" className="disclosure">
            <Icon name="down" />
            <bdi>{name || attribute.id}</bdi>
            <span className="hint">
              {say(`attribute.${attribute.type}`)}
              {attribute.required && ` · ${say('scheme.required')}`}
            </span>
          </PlainButton>
        </Heading>
        <Button
          kind="icon"
          isDisabled={isFirst}
          aria-label={say('scheme.move-up', { name })}
          onPress={onMoveUp}
        >
          <Icon name="up" />
        </Button>
        <Button kind="icon" aria-label={say('scheme.remove', { name })} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      </div>
      <DisclosurePanel className="attribute-body">
        <NamesField name={attribute.name} onChange={name => onChange({ ...attribute, name })} />
        <div className="pair">
          <Select
            label={say('scheme.type')}
            options={attributeTypes.map(id => ({ id, name: say(`attribute.${id}`) }))}
            value={attribute.type}
            onChange={type => {
              const choice = newChoice([], { ar: say('scheme.new-choice'), en: 'New choice' })
              onChange(ofType(attribute, type, choice))
            }}
          />
          <Toggle
            isSelected={attribute.required}
            onChange={required => onChange({ ...attribute, required })}
          >
            {say('scheme.required')}
          </Toggle>
        </div>
        {attribute.type === 'choice' && (
          <ChoicesField
            choices={attribute.choices}
            kept={kept}
            onChange={choices => onChange({ ...attribute, choices })}
          />
        )}
        <ConditionField
          attribute={attribute}
          others={others}
          onChange={when => {
            const { when: _, ...rest } = attribute
            onChange(when ? { ...rest, when } : rest)
          }}
        />
      </DisclosurePanel>
    </Disclosure>
  )
}
