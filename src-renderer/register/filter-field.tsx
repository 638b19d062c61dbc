import { TextField } from '../ui/text-field.tsx'

type Props = {
  label: string
  placeholder: string
  value: string
  onChange(text: string): void
  /** The arrow down leads from what is typed into what it found. */
  onDown(): void
  testid: string
}

/** What a list is narrowed by, and where its dialog begins. */
export function FilterField({ label, placeholder, value, onChange, onDown, testid }: Props) {
  return (
    <TextField
      label={label}
      bare
      autoFocus
      placeholder={placeholder}
      value={value}
      onChange={onChange}
      onKeyDown={event => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onDown()
      }}
      testid={testid}
    />
  )
}
