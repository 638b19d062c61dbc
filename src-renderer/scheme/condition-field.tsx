import { Checkbox, CheckboxGroup, Label as FieldLabel } from 'react-aria-components'
import type { Attribute, Condition } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'

type Props = {
  attribute: Attribute
  others: readonly Attribute[]
  onChange(when: Condition | undefined): void
}

const always = ''

/** What an attribute's values are called by, to be ticked. */
function valuesOf(attribute: Attribute, yes: string, no: string) {
  if (attribute.type === 'choice')
    return attribute.choices.map(({ id, name }) => ({ id, name: name[language()], value: id }))
  return [
    { id: 'true', name: yes, value: true },
    { id: 'false', name: no, value: false },
  ]
}

/** An attribute is asked for always, or where another has some value. */
export function ConditionField({ attribute, others, onChange }: Props) {
  const say = useSay()
  const { when } = attribute
  const able = others.filter(({ type }) => type === 'choice' || type === 'yes-no')
  const other = able.find(({ id }) => id === when?.attribute)
  const values = other ? valuesOf(other, say('yes'), say('no')) : []
  if (able.length === 0 && !when) return null
  return (
    <div className="condition">
      <Select
        label={say('scheme.when')}
        options={[
          { id: always, name: say('scheme.always') },
          ...able.map(({ id, name }) => ({ id, name: name[language()] })),
        ]}
        value={when?.attribute ?? always}
        onChange={id => {
          const chosen = able.find(one => one.id === id)
          const [first] = chosen ? valuesOf(chosen, '', '') : []
          onChange(first && { attribute: id, is: [first.value] })
        }}
      />
      {when && other && (
        <CheckboxGroup
          className="field"
          value={when.is.map(String)}
          onChange={ids => {
            const is = values.filter(({ id }) => ids.includes(id)).map(({ value }) => value)
            if (is.length > 0) onChange({ ...when, is })
          }}
        >
          <FieldLabel className="field-label">{say('scheme.is')}</FieldLabel>
          <div className="choices">
            {values.map(({ id, name }) => (
              <Checkbox key={id} value={id} className="checkbox">
                <span className="checkbox-box">
                  <Icon name="check" />
                </span>
                {name}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
    </div>
  )
}
