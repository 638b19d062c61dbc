import type { Example } from '../../annotations/model/scheme.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { replaced } from './draft.ts'

type Props = { examples: readonly Example[]; onChange(examples: Example[]): void }

/** Sentences, each with the words in it that the label is put on. */
export function ExamplesField({ examples, onChange }: Props) {
  const say = useSay()
  return (
    <section className="scheme-part">
      <h4 className="section-title">{say('scheme.examples')}</h4>
      {examples
        .map((example, at) => ({ example, at }))
        .map(({ example, at }) => (
          <div key={at} className="example-row">
            <TextField
              label={say('scheme.example-text')}
              value={example.text}
              onChange={text => onChange(replaced(examples, at, { ...example, text }))}
            />
            <TextField
              label={say('scheme.example-words')}
              value={example.words}
              onChange={words => onChange(replaced(examples, at, { ...example, words }))}
              error={
                example.words !== '' && !example.text.includes(example.words)
                  ? say('scheme.problem.example-words', { detail: example.words })
                  : undefined
              }
            />
            <Button
              kind="icon"
              aria-label={say('scheme.remove-example')}
              onPress={() => onChange(replaced(examples, at, undefined))}
            >
              <Icon name="close" />
            </Button>
          </div>
        ))}
      <Button kind="quiet" onPress={() => onChange([...examples, { text: '', words: '' }])}>
        {say('scheme.add-example')}
      </Button>
    </section>
  )
}
