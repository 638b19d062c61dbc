import {
  Button,
  Label as FieldLabel,
  Input,
  NumberField,
  Radio,
  RadioGroup,
  Switch,
  TextField,
} from 'react-aria-components'
import {
  type Annotation,
  type AttributeValue,
  extentOf,
} from '../../annotations/model/annotation.ts'
import type { Attribute } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { ActorField } from './actor-field.tsx'
import { DateField } from './date-field.tsx'
import { PropositionField } from './proposition-field.tsx'

type Props = {
  attribute: Attribute
  annotation: Annotation
  /** Choices show the number that chooses them. */
  numbered?: boolean
  onChange: (value: AttributeValue | undefined) => void
}

/** One attribute by its type. Text and numbers are taken when the field is left or Enter is pressed. */
export function AttributeField({ attribute, annotation, numbered = false, onChange }: Props) {
  const say = useSay()
  const value = annotation.attributes[attribute.id]
  const name = attribute.name[language()]
  const title = (
    <span className="field-title">
      {name}
      {attribute.required && value === undefined && (
        <em className="missing">{say('inspector.missing')}</em>
      )}
      {!attribute.required && value !== undefined && (
        <Button
          className="quiet"
          onPress={() => onChange(undefined)}
          aria-label={`${say('inspector.clear')}: ${name}`}
        >
          {say('inspector.clear')}
        </Button>
      )}
    </span>
  )
  switch (attribute.type) {
    case 'choice':
      return (
        <div className="field" data-attribute={attribute.id}>
          {title}
          <RadioGroup
            className="choices"
            aria-label={name}
            value={typeof value === 'string' ? value : null}
            onChange={onChange}
          >
            {attribute.choices.map((choice, at) => (
              <Radio key={choice.id} value={choice.id} className="choice" data-choice={choice.id}>
                {choice.name[language()]}
                {numbered && at < 9 && <Keycap chord={`Digit${at + 1}`} />}
              </Radio>
            ))}
          </RadioGroup>
        </div>
      )
    case 'yes-no':
      return (
        <div className="field" data-attribute={attribute.id}>
          <Switch className="switch" isSelected={value === true} onChange={onChange}>
            <span className="switch-track" />
            {name}
          </Switch>
        </div>
      )
    case 'number':
      return (
        <div className="field" data-attribute={attribute.id}>
          {title}
          <NumberField
            aria-label={name}
            value={typeof value === 'number' ? value : Number.NaN}
            onChange={next => onChange(Number.isFinite(next) ? next : undefined)}
          >
            <Input className="input" />
          </NumberField>
        </div>
      )
    case 'text':
      return (
        <div className="field" data-attribute={attribute.id}>
          <TextField defaultValue={typeof value === 'string' ? value : ''}>
            <FieldLabel className="field-title">{name}</FieldLabel>
            <Input
              className="input"
              dir="auto"
              onBlur={event => {
                const typed = event.target.value.trim()
                if (typed !== (value ?? '')) onChange(typed === '' ? undefined : typed)
              }}
            />
          </TextField>
        </div>
      )
    case 'date':
      return (
        <DateField
          title={title}
          name={name}
          value={typeof value === 'object' ? value : undefined}
          place={extentOf(annotation)}
          onChange={onChange}
        />
      )
    case 'actor':
      return (
        <ActorField
          title={title}
          name={name}
          attribute={attribute.id}
          annotation={annotation}
          value={typeof value === 'string' ? value : undefined}
        />
      )
    case 'proposition':
      return (
        <PropositionField
          title={title}
          name={name}
          annotation={annotation}
          value={typeof value === 'string' ? value : undefined}
          onChange={onChange}
        />
      )
  }
}
