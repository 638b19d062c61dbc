import { TextField } from '../ui/text-field.tsx'
import { Browse, type Wanted } from './browse.tsx'

type Props = {
  label: string
  kind: Exclude<Wanted, 'files'>
  /** Of the window in which one chooses. */
  title: string
  value: string
  onChange(path: string): void
  /** What was chosen, where that is not yet the path itself. */
  onChosen?(path: string): void
  /** Where to begin choosing; at the path itself if nothing else. */
  start?: string | undefined
  hint?: string | undefined
  autoFocus?: boolean
  isDisabled?: boolean
}

/** A path, typed or chosen. */
export function PathField(props: Props) {
  const { label, kind, title, value, onChange, onChosen = onChange, start, hint, ...rest } = props
  return (
    <div className="path-row">
      <TextField
        {...rest}
        label={label}
        value={value}
        onChange={onChange}
        hint={hint}
        direction="ltr"
        spellCheck="false"
        testid="path"
      />
      <Browse
        kind={kind}
        title={title}
        start={start ?? (value || undefined)}
        isDisabled={rest.isDisabled ?? false}
        onChosen={([path]) => path !== undefined && onChosen(path)}
      />
    </div>
  )
}
