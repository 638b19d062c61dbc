import { type KeyboardEvent, useState } from 'react'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  label: string
  words: readonly string[]
  onChange(words: string[]): void
  testid: string
}

/** Some names, each of which can be taken out, and one more by Enter. */
export function WordsField({ label, words, onChange, testid }: Props) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  function add() {
    const word = typed.replace(/\s+/gu, ' ').trim()
    if (word !== '' && !words.includes(word)) onChange([...words, word])
    setTyped('')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    add()
  }
  return (
    <div className="words-field" data-testid={testid}>
      <div className="words-add">
        <TextField
          label={label}
          value={typed}
          onChange={setTyped}
          onKeyDown={onKeyDown}
          testid={`${testid}-input`}
        />
        <Button isDisabled={typed.trim() === ''} onPress={add}>
          {say('actor.add-word')}
        </Button>
      </div>
      {words.length > 0 && (
        <ul className="word-chips">
          {words.map(word => (
            <li key={word}>
              <bdi>{word}</bdi>
              <button
                type="button"
                aria-label={say('actor.drop-word', { text: word })}
                onClick={() => onChange(words.filter(one => one !== word))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
