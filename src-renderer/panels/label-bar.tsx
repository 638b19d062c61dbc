import { memo } from 'react'
import { Button } from 'react-aria-components'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { tag } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'

/** The labels with their keys; a press tags the selection, or the word at the caret. */
export const LabelBar = memo(function LabelBar({ scheme }: { scheme: LabelScheme }) {
  const say = useSay()
  const ready = useEditor(editor => editor.open !== undefined)
  return (
    <div className="label-bar" role="toolbar" aria-label={say('labels.title')}>
      {scheme.labels.map(label => (
        <Button
          key={label.id}
          className="label-button"
          isDisabled={!ready}
          preventFocusOnPress
          aria-label={say('labels.tag', { label: label.name[language()] })}
          data-label={label.id}
          onPress={() => tag(label.id)}
        >
          <Swatch label={label} />
          {label.name[language()]}
          {label.keys.map(chord => (
            <Keycap key={chord} chord={chord} />
          ))}
        </Button>
      ))}
    </div>
  )
})
