import type { ReactNode } from 'react'
import { calendars, dateModifiers, dateTypes } from '../../annotations/dates/timex.ts'
import { type DateValue, dateValue } from '../../annotations/model/date-value.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import { DateNote } from './date-note.tsx'
import { DatePartsField } from './date-parts-field.tsx'

type Props = {
  title: ReactNode
  name: string
  value: DateValue | undefined
  /** Where the date stands: what it is counted from depends on it. */
  place: Stretch
  onChange: (value: DateValue) => void
}

/** A date's value. What is typed is kept on the screen, and stored only when it is a value. */
export function DateField({ title, name, value, place, onChange }: Props) {
  const say = useSay()
  const base: DateValue = value ?? { type: 'DATE', value: 'XXXX', calendar: 'gregorian' }
  const change = (patch: Partial<DateValue>) => {
    if (!value) return
    const { rule: _, anchor: __, ...kept } = value
    const next = dateValue.safeParse({ ...kept, ...patch, decided: 'person' })
    if (next.success) onChange(next.data)
  }

  return (
    <div className="field" data-attribute="value">
      {title}
      <DatePartsField name={name} base={base} value={value} onChange={onChange} />
      {value && <DateNote value={value} place={place} onChange={onChange} />}
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
