import { useMemo, useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { fold } from '../../annotations/arabic/fold.ts'

export type Option = { id: string; name: string; note?: string }

type Props = {
  label: string
  placeholder: string
  options: Option[]
  /** Shown last, whatever is typed: makes something new of it. */
  newOption?: (typed: string) => Option | undefined
  onChoose: (id: string, typed: string) => void
}

/** How many options are offered at once; the rest are found by typing more. */
const offered = 60

/** Search as you type over folded names; «احمد» finds «أحمد». */
export function SearchBox({ label, placeholder, options, newOption, onChoose }: Props) {
  const [typed, setTyped] = useState('')
  const folded = useMemo(
    () =>
      options.map(option => ({ option, key: fold(`${option.name} ${option.note ?? ''}`).folded })),
    [options],
  )
  const words = fold(typed).folded.split(/\s+/u).filter(Boolean)
  const found = folded
    .filter(({ key }) => words.every(word => key.includes(word)))
    .slice(0, offered)
    .map(({ option }) => option)
  const made = typed.trim() === '' ? undefined : newOption?.(typed.trim())
  const items = made ? [...found, made] : found
  return (
    <ComboBox
      aria-label={label}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      menuTrigger="focus"
      allowsEmptyCollection={false}
      onChange={key => {
        if (key === null) return
        onChoose(String(key), typed.trim())
        setTyped('')
      }}
    >
      <div className="search-box">
        <Input className="input" placeholder={placeholder} />
        <Button className="search-open" aria-label={label}>
          ▾
        </Button>
      </div>
      <Popover className="popover list-popover">
        <ListBox<Option> className="options">
          {({ id, name, note }) => (
            <ListBoxItem id={id} textValue={name} className="option">
              <bdi>{name}</bdi>
              {note && <bdi className="option-note">{note}</bdi>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
