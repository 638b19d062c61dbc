import type { Choice } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { idFrom, newChoice, replaced } from './draft.ts'

type Props = {
  choices: readonly Choice[]
  /** Ids that files may hold already: they stay as they are. */
  kept: readonly string[]
  onChange(choices: Choice[]): void
}

/** What can be chosen; at least one thing. */
export function ChoicesField({ choices, kept, onChange }: Props) {
  const say = useSay()
  function rename(at: number, choice: Choice) {
    const others = choices.filter((_, place) => place !== at)
    const id = kept.includes(choice.id) ? choice.id : idFrom(choice.name.en, 'choice', others)
    onChange(replaced(choices, at, { ...choice, id }))
  }
  return (
    <div className="choice-list" role="group" aria-label={say('scheme.choices')}>
      <span className="field-label">{say('scheme.choices')}</span>
      {choices.map((choice, at) => (
        <div key={choice.id} className="choice-row">
          <TextField
            bare
            label={say('scheme.name-ar')}
            value={choice.name.ar}
            onChange={ar => rename(at, { ...choice, name: { ...choice.name, ar } })}
          />
          <TextField
            bare
            label={say('scheme.name-en')}
            value={choice.name.en}
            onChange={en => rename(at, { ...choice, name: { ...choice.name, en } })}
          />
          <Button
            kind="icon"
            isDisabled={choices.length === 1}
            aria-label={say('scheme.remove', { name: choice.name[language()] })}
            onPress={() => onChange(replaced(choices, at, undefined))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Button
        kind="quiet"
        onPress={() =>
          onChange([
            ...choices,
            newChoice(choices, { ar: say('scheme.new-choice'), en: 'New choice' }),
          ])
        }
      >
        {say('scheme.add-choice')}
      </Button>
    </div>
  )
}
