import type { Bilingual } from '../../annotations/model/scheme.ts'
import { useSay } from '../strings/words.ts'
import { TextField } from '../ui/text-field.tsx'

type Props = { name: Bilingual; onChange(name: Bilingual): void; testid?: string }

/** A name in both languages of the interface; neither may be missing. */
export function NamesField({ name, onChange, testid }: Props) {
  const say = useSay()
  const error = (text: string) => (text.trim() === '' ? say('scheme.no-name') : undefined)
  return (
    <div className="pair">
      <TextField
        label={say('scheme.name-ar')}
        value={name.ar}
        onChange={ar => onChange({ ...name, ar })}
        error={error(name.ar)}
        testid={testid && `${testid}-ar`}
      />
      <TextField
        label={say('scheme.name-en')}
        value={name.en}
        onChange={en => onChange({ ...name, en })}
        error={error(name.en)}
        testid={testid && `${testid}-en`}
      />
    </div>
  )
}
