import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Option } from './select.tsx'

type Props<V extends string> = {
  label: string
  /** The label is read out but not drawn. */
  bare?: boolean
  options: readonly Option<V>[]
  value: V
  onChange(value: V): void
  autoFocus?: boolean
  testid?: string
}

/** One of a few, all in sight. */
export function Segments<V extends string>(props: Props<V>) {
  const { label, bare = false, options, value, onChange, autoFocus, testid } = props
  return (
    <RadioGroup
      className="field segments"
      orientation="horizontal"
      value={value}
      onChange={id => {
        const chosen = options.find(option => option.id === id)
        if (chosen) onChange(chosen.id)
      }}
      data-testid={testid}
    >
      <Label className={bare ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="segment-row">
        {options.map(({ id, name }) => (
          <Radio
            key={id}
            value={id}
            className="segment"
            autoFocus={autoFocus && id === value}
            data-testid={testid && `${testid}-${id}`}
          >
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
