import { useEffect, useMemo, useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { fold } from '../../annotations/arabic/fold.ts'

export type Option = { id: string; name: string; note?: string }

type Props = {
  label: string
  placeholder: string
  /** All there are, of which those with the typed words are offered; or who finds them. */
  options: Option[] | ((typed: string) => Option[])
  /** Shown last, whatever is typed: makes something new of it. */
  newOption?: (typed: string) => Option | undefined
  /** Something new can be made without a word typed. */
  newWithoutTyping?: boolean
  onChoose: (id: string, typed: string) => void
}

/** How many options are offered at once; the rest are found by typing more. */
const offered = 60

/** Search as you type over folded names; «احمد» finds «أحمد». */
export function SearchBox(props: Props) {
  const { label, placeholder, options, newOption, newWithoutTyping = false, onChoose } = props
  const [typed, setTyped] = useState('')
  // A choice is held for one rendering, which is what shuts the list, and then forgotten: the field is for adding.
  const [chosen, setChosen] = useState<Key | null>(null)
  useEffect(() => {
    if (chosen !== null) setChosen(null)
  }, [chosen])
  const folded = useMemo(
    () =>
      (typeof options === 'function' ? [] : options).map(option => ({
        option,
        name: fold(option.name).folded,
        key: fold(`${option.name} ${option.note ?? ''}`).folded,
      })),
    [options],
  )
  const query = fold(typed.trim()).folded
  const words = query.split(/\s+/u).filter(Boolean)
  const rank = (name: string) =>
    name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : 3
  const matching = folded.filter(({ key }) => words.every(word => key.includes(word)))
  // A stable sort: among equals the order given, which is nearness.
  if (query !== '') matching.sort((a, b) => rank(a.name) - rank(b.name))
  const found =
    typeof options === 'function'
      ? options(typed).slice(0, offered)
      : matching.slice(0, offered).map(({ option }) => option)
  const made = typed.trim() === '' && !newWithoutTyping ? undefined : newOption?.(typed.trim())
  const items = made ? [...found, made] : found
  return (
    <ComboBox
      aria-label={label}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={chosen}
      menuTrigger="input"
      onChange={key => {
        if (key === null) return
        setChosen(key)
        setTyped('')
        onChoose(String(key), typed.trim())
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
