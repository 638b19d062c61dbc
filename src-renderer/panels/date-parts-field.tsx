import { useEffect, useState } from 'react'
import {
  type DateParts,
  type PartsProblem,
  partsOf,
  precisionOf,
  precisionsOfPoint,
  withParts,
  withPrecision,
} from '../../annotations/model/date-parts.ts'
import type { DateValue } from '../../annotations/model/date-value.ts'
import { asciiDigits } from '../../annotations/text/digits.ts'
import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'

type Props = {
  name: string
  base: DateValue
  value: DateValue | undefined
  onChange(value: DateValue): void
}

const noParts: DateParts = { from: '', to: '', isStretch: false, isUncertain: false }

/** A date by its parts: one day, month or year, or a stretch with either end open; certain or not. */
export function DatePartsField({ name, base, value, onChange }: Props) {
  const say = useSay()
  const [parts, setParts] = useState(value ? partsOf(value) : noParts)
  const [problem, setProblem] = useState<PartsProblem>()
  // Undo and a new article date change it, too.
  useEffect(() => {
    setParts(value ? partsOf(value) : noParts)
    setProblem(undefined)
  }, [value])

  function take(next: DateParts) {
    setParts(next)
    const same = value && JSON.stringify(partsOf(value)) === JSON.stringify(next)
    if (same || (next.from === '' && next.to === '')) return setProblem(undefined)
    const read = withParts(base, next)
    setProblem('problem' in read ? read.problem : undefined)
    if ('value' in read) onChange(read.value)
  }

  const isPoint = base.type === 'DATE' || base.type === 'TIME'
  const precision = parts.isStretch ? undefined : precisionOf(parts.from)
  const end = (which: 'from' | 'to') => (
    <TextField
      label={say(parts.isStretch ? `date.${which}` : 'date.value')}
      aria-label={`${name}: ${say(parts.isStretch ? `date.${which}` : 'date.value')}`}
      bare={!parts.isStretch}
      value={parts[which]}
      onChange={typed => setParts({ ...parts, [which]: asciiDigits(typed) })}
      onBlur={() => take(parts)}
      onKeyDown={event => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        take(parts)
      }}
      direction="ltr"
      placeholder={parts.isStretch ? say('date.open-end') : say('date.value-hint')}
      error={problem && which === 'from' ? say(`date.problem.${problem}`) : undefined}
      testid={which === 'from' ? 'date-value' : 'date-to'}
    />
  )
  return (
    <>
      <div className="date-ends">
        {end('from')}
        {parts.isStretch && end('to')}
      </div>
      {isPoint && precision && (
        <Segments
          label={say('date.precision')}
          options={[...precisionsOfPoint].reverse().map(id => ({ id, name: say(`date.to-${id}`) }))}
          value={precision}
          onChange={to => take({ ...parts, from: withPrecision(parts.from, to) })}
          testid="date-precision"
        />
      )}
      {isPoint && value && (
        <div className="date-switches">
          <Toggle
            isSelected={parts.isStretch}
            onChange={isStretch =>
              isStretch
                ? setParts({ ...parts, isStretch, isUncertain: false })
                : take({ ...parts, isStretch, from: parts.from || parts.to, to: '' })
            }
            testid="date-stretch"
          >
            {say('date.stretch')}
          </Toggle>
          {precision && (
            <Toggle
              isSelected={parts.isUncertain}
              onChange={isUncertain => take({ ...parts, isUncertain })}
              testid="date-uncertain"
            >
              {say('date.is-uncertain')}
            </Toggle>
          )}
        </div>
      )}
    </>
  )
}
