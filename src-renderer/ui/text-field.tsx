import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  type TextFieldProps,
} from 'react-aria-components'

type Props = Omit<TextFieldProps, 'className' | 'children' | 'isInvalid' | 'validationBehavior'> & {
  label: string
  /** The label is read out but not drawn. */
  bare?: boolean
  hint?: string | undefined
  /** What is wrong with what was typed. */
  error?: string | undefined
  /** `ltr` for paths, addresses and ISO values; `auto` takes the direction of what is typed. */
  direction?: 'ltr' | 'auto'
  placeholder?: string
  testid?: string
}

export function TextField({
  label,
  bare = false,
  hint,
  error,
  direction = 'auto',
  placeholder,
  testid,
  onKeyDown,
  ...rest
}: Props) {
  return (
    <AriaTextField
      {...rest}
      className="field"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      // A handler here ends a key's way: what it does not take goes on, or Escape would leave no dialog.
      onKeyDown={
        onKeyDown &&
        (event => {
          onKeyDown(event)
          if (!event.isDefaultPrevented()) event.continuePropagation()
        })
      }
    >
      <Label className={bare ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Input
        className="input"
        // An empty field takes the page's direction; `auto` alone would put its caret on the left.
        dir={direction === 'auto' && !rest.value ? undefined : direction}
        placeholder={placeholder}
        data-testid={testid}
      />
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
