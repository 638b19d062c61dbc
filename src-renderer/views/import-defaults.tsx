import { useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type EncodingChoice, encodingName, encodings } from './encodings.ts'
import { PublishedField } from './published-field.tsx'

type Defaults = { outlet: string; published: string }

type Props = Defaults & {
  encoding: EncodingChoice
  onEncoding(encoding: EncodingChoice): void
  onChange(patch: Partial<Defaults>): void
}

/** How to read the files, and what to say of those that say nothing of their own. */
export function ImportDefaults(props: Props) {
  const { encoding, onEncoding, outlet, published, onChange } = props
  const say = useSay()
  return (
    <div className="triple">
      <Select<EncodingChoice>
        label={say('import.encoding')}
        options={[
          { id: 'auto', name: say('import.auto') },
          ...encodings.map(id => ({ id, name: encodingName(id) })),
        ]}
        value={encoding}
        onChange={onEncoding}
        testid="encoding"
      />
      <TextField
        label={say('import.outlet')}
        value={outlet}
        onChange={outlet => onChange({ outlet })}
        hint={say('import.default-hint')}
        testid="outlet"
      />
      <PublishedField
        label={say('import.published')}
        value={published}
        onChange={published => onChange({ published })}
      />
    </div>
  )
}
