import { type ReactNode, useState } from 'react'
import { FieldError, Input, TextField } from 'react-aria-components'
import {
  calendars,
  type DateValue,
  dateModifiers,
  dateTypes,
  dateValue,
} from '../../annotations/model/date-value.ts'
import { useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'

type Props = {
  title: ReactNode
  name: string
  value: DateValue | undefined
  onChange: (value: DateValue) => void
}

/** A TIMEX3 type follows from the form of its value where the form leaves no doubt. */
function typeFor(value: string, chosen: DateValue['type']): DateValue['type'] {
  if (chosen === 'SET') return chosen
  if (value.startsWith('P') && /^PT?[\dX]/.test(value)) return 'DURATION'
  return value.includes('T') ? 'TIME' : 'DATE'
}

/** A date's value. What is typed is kept on the screen, and stored only when it is a value. */
export function DateField({ title, name, value, onChange }: Props) {
  const say = useSay()
  const [typed, setTyped] = useState(value?.value ?? '')
  const [wrong, setWrong] = useState(false)
  const base: DateValue = value ?? { type: 'DATE', value: typed, calendar: 'gregorian' }

  function take(text: string) {
    const written = text.trim().toUpperCase()
    if (written === '' || written === value?.value) return setWrong(false)
    const next = dateValue.safeParse({ ...base, value: written, type: typeFor(written, base.type) })
    setWrong(!next.success)
    if (next.success) onChange(next.data)
  }

  const change = (patch: Partial<DateValue>) => {
    const next = dateValue.safeParse({ ...base, value: typed.trim().toUpperCase(), ...patch })
    setWrong(!next.success)
    if (next.success) onChange(next.data)
  }

  return (
    <div className="field" data-attribute="value">
      {title}
      <TextField
        aria-label={`${name}: ${say('date.value')}`}
        value={typed}
        onChange={setTyped}
        isInvalid={wrong}
        onBlur={() => take(typed)}
        onKeyDown={event => {
          if (event.key === 'Enter') take(typed)
          else event.continuePropagation()
        }}
      >
        <Input
          className="input"
          dir="ltr"
          placeholder={say('date.value-hint')}
          data-testid="date-value"
        />
        <FieldError className="field-error">{say('date.bad-value')}</FieldError>
      </TextField>
      <div className="field-row">
        <Select
          label={say('date.mod')}
          value={value?.mod ?? 'none'}
          options={['none', ...dateModifiers].map(id => ({
            id,
            name: say(`date.mod.${id as 'none'}`),
          }))}
          onChange={mod => change({ mod: mod === 'none' ? undefined : (mod as DateValue['mod']) })}
        />
        <Select
          label={say('date.type')}
          value={base.type}
          options={dateTypes.map(id => ({ id, name: say(`date.${id}`) }))}
          onChange={type => change({ type: type as DateValue['type'] })}
        />
        <Select
          label={say('date.calendar')}
          value={base.calendar}
          options={calendars.map(id => ({ id, name: say(`date.${id}`) }))}
          onChange={calendar => change({ calendar: calendar as DateValue['calendar'] })}
        />
      </div>
    </div>
  )
}
