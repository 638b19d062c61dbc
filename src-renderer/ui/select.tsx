import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { Icon } from './icon.tsx'

export type Option<V extends string> = { id: V; name: string }

type Props<V extends string> = {
  label: string
  /** The label is read out but not drawn. */
  bare?: boolean
  options: readonly Option<V>[]
  value: V | null
  onChange(value: V): void
  /** Shown while nothing is chosen. */
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
  testid?: string
}

export function Select<V extends string>({
  label,
  bare = false,
  options,
  value,
  onChange,
  placeholder = '',
  testid,
  ...rest
}: Props<V>) {
  return (
    <AriaSelect
      {...rest}
      className="field select"
      placeholder={placeholder}
      value={value}
      onChange={key => {
        const chosen = options.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      <Label className={bare ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="select-button" data-testid={testid}>
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="options" items={options}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className="option">
              <bdi>{name}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
