import { memo } from 'react'
import { Disclosure, DisclosurePanel, Heading, Button as PlainButton } from 'react-aria-components'
import type { Example, Label } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Icon } from '../ui/icon.tsx'
import { MarkdownText } from '../ui/markdown.tsx'

/** The guideline in the interface's language, or in the other where it has none. */
export function guidelineText({ guideline }: Label): string {
  const other = language() === 'ar' ? 'en' : 'ar'
  return guideline?.[language()].trim() || guideline?.[other].trim() || ''
}

/** A sentence with the words the label is put on. */
export function ExampleText({ example, label }: { example: Example; label: Label }) {
  const { text, words } = example
  const at = words === '' ? -1 : text.indexOf(words)
  if (at === -1) return <span dir="auto">{text}</span>
  const look = `specimen-mark ${label.colour} ${label.underline} ${label.fill ? 'fill' : ''}`
  return (
    <span className="example" dir="auto">
      {text.slice(0, at)}
      <mark className={look}>{words}</mark>
      {text.slice(at + words.length)}
    </span>
  )
}

/** When to use a label, with examples. */
export function GuideText({ label }: { label: Label }) {
  const text = guidelineText(label)
  return (
    <div className="guide-text">
      {text !== '' && <MarkdownText>{text}</MarkdownText>}
      {label.examples?.map(example => (
        <p key={`${example.text} ${example.words}`} className="guide-example">
          <ExampleText example={example} label={label} />
        </p>
      ))}
    </div>
  )
}

export const hasGuide = (label: Label) =>
  guidelineText(label) !== '' || (label.examples?.length ?? 0) > 0

/** The guideline beside the label, while one annotates; folded away by whoever knows it. */
export const LabelGuide = memo(function LabelGuide({ label }: { label: Label }) {
  const say = useSay()
  if (!hasGuide(label)) return null
  return (
    <section className="label-guide" data-testid="label-guide">
      <Disclosure>
        <Heading level={2}>
          <PlainButton slot="trigger" className="disclosure">
            <Icon name="down" />
            {say('scheme.guide')}
          </PlainButton>
        </Heading>
        <DisclosurePanel>
          <GuideText label={label} />
        </DisclosurePanel>
      </Disclosure>
    </section>
  )
})
