import { TextField as AriaTextField, Label, Text, TextArea } from 'react-aria-components'

type Props = {
  label: string
  value: string
  onChange(value: string): void
  rows?: number
  hint?: string
  lang?: 'ar' | 'en'
  isDisabled?: boolean
  autoFocus?: boolean
  testid?: string
}

/** Some lines of text. `lang` gives an empty one its direction; what is typed gives it its own. */
export function LinesField({
  label,
  value,
  onChange,
  rows = 4,
  hint,
  lang,
  testid,
  ...rest
}: Props) {
  const empty = lang === undefined ? undefined : lang === 'ar' ? 'rtl' : 'ltr'
  return (
    <AriaTextField {...rest} className="field" value={value} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <TextArea
        className="input lines"
        rows={rows}
        lang={lang}
        dir={value === '' ? empty : 'auto'}
        data-testid={testid}
      />
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
    </AriaTextField>
  )
}
