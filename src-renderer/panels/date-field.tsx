import { type ReactNode, useEffect, useState } from 'react'
import { FieldError, Input, TextField } from 'react-aria-components'
import { calendars, dateModifiers, dateTypes } from '../../annotations/dates/timex.ts'
import { type DateValue, dateValue } from '../../annotations/model/date-value.ts'
import { readTypedDate, typedDate } from '../../annotations/model/typed-date.ts'
import { useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import { DateNote } from './date-note.tsx'

type Props = {
  title: ReactNode
  name: string
  value: DateValue | undefined
  onChange: (value: DateValue) => void
}

/** A date's value. What is typed is kept on the screen, and stored only when it is a value. */
export function DateField({ title, name, value, onChange }: Props) {
  const say = useSay()
  const [typed, setTyped] = useState(value ? typedDate(value) : '')
  const [wrong, setWrong] = useState(false)
  // Undo and a new article date change it, too.
  useEffect(() => setTyped(value ? typedDate(value) : ''), [value])
  const base: DateValue = value ?? { type: 'DATE', value: typed, calendar: 'gregorian' }

  function take(text: string) {
    if (text.trim() === '' || (value && text.trim() === typedDate(value))) return setWrong(false)
    const next = readTypedDate(text, base)
    setWrong(next === undefined)
    if (next) onChange(next)
  }

  const change = (patch: Partial<DateValue>) => {
    const typedValue = readTypedDate(typed, base)
    const next = dateValue.safeParse({ ...typedValue, ...patch, decided: 'person' })
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
      {value && <DateNote value={value} />}
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
