import { type KeyboardEvent, useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { useEditor } from '../state/editor.ts'
import { findAgain, findFrom, finishFinding, leaveFinding } from '../state/finding.ts'
import { useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'

/** A few letters bring the caret to the next word that has them; Enter stays there, Escape goes back. */
export function FindBar() {
  const finding = useEditor(editor => editor.finding)
  return finding ? <Find origin={finding.origin} /> : null
}

type Props = { origin: { anchor: number; focus: number } }

function Find({ origin }: Props) {
  const say = useSay()
  const [query, setQuery] = useState('')
  const [none, setNone] = useState(false)

  function onKeyDown(event: KeyboardEvent) {
    const key = event.key
    if (key === 'Enter') finishFinding(event.shiftKey)
    else if (key === 'Escape') leaveFinding()
    else if (key === 'ArrowDown' || key === 'F3') findAgain(event.shiftKey ? -1 : 1, 1)
    else if (key === 'ArrowUp') findAgain(-1, 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="find-bar" data-testid="find-bar" onKeyDownCapture={onKeyDown}>
      <TextField
        className="find-field"
        value={query}
        onChange={typed => {
          setQuery(typed)
          setNone(!findFrom(origin, typed))
        }}
        aria-label={say('command.find')}
        isInvalid={none}
        autoFocus
      >
        <Input
          className="input"
          dir={query === '' ? undefined : 'auto'}
          placeholder={say('find.placeholder')}
          data-testid="find"
        />
      </TextField>
      <span className="find-none" role="status">
        {none && say('find.none', { query })}
      </span>
      <span className="grow" />
      <span className="find-hints" aria-hidden="true">
        <Keycap chord="Enter" /> {say('find.hint')}
        <Keycap chord="Shift+Enter" /> {say('find.select-hint')}
        <Keycap chord="ArrowDown" /> {say('find.next-hint')}
      </span>
    </div>
  )
}
