import { memo } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { Label, LabelScheme } from '../../annotations/model/scheme.ts'
import { tag } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { GuideText, hasGuide } from './label-guide.tsx'

/** The labels with their keys; a press tags the selection, or the word at the caret. */
export const LabelBar = memo(function LabelBar({ scheme }: { scheme: LabelScheme }) {
  const say = useSay()
  const ready = useEditor(editor => editor.open !== undefined)
  return (
    <div className="label-bar" role="toolbar" aria-label={say('labels.title')}>
      {scheme.labels.map(label => (
        <LabelButton key={label.id} label={label} ready={ready} />
      ))}
    </div>
  )
})

/** A label with its keys; its guideline shows where the pointer or the focus rests on it. */
function LabelButton({ label, ready }: { label: Label; ready: boolean }) {
  const say = useSay()
  const button = (
    <Button
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
  )
  if (!hasGuide(label)) return button
  return (
    <TooltipTrigger delay={700} closeDelay={100}>
      {button}
      <Tooltip className="guide-tooltip" placement="bottom" offset={6}>
        <GuideText label={label} />
      </Tooltip>
    </TooltipTrigger>
  )
}
