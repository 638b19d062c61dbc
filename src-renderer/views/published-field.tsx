import { asciiDigits } from '../../annotations/text/digits.ts'
import { useSay } from '../strings/words.ts'
import { TextField } from '../ui/text-field.tsx'
import { publishedFrom } from './published-from.ts'

type Props = { label: string; value: string; onChange(typed: string): void }

/** A day, a month or a year. Arabic digits become the ISO value's own: between them a hyphen would reorder the date. */
export function PublishedField({ label, value, onChange }: Props) {
  const say = useSay()
  const published = publishedFrom(value)
  return (
    <TextField
      label={label}
      value={value}
      onChange={typed => onChange(asciiDigits(typed))}
      direction="ltr"
      hint={say('published.hint')}
      error={published.kind === 'problem' ? say(published.problem) : undefined}
      testid="published"
    />
  )
}
