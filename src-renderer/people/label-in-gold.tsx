import type { Label } from '../../annotations/model/scheme.ts'
import { ExampleText, guidelineText } from '../panels/label-guide.tsx'
import { openDocument } from '../state/navigation.ts'
import { showDialog } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { MarkdownText } from '../ui/markdown.tsx'
import type { GoldExample } from './use-guideline.ts'

/** A sentence of the gold set, the article it is of, and why it was so decided. */
function Example({ example, label }: { example: GoldExample; label: Label }) {
  const say = useSay()
  const { documentId, title, reason, by } = example
  return (
    <div data-testid="gold-example">
      <p className="guide-example">
        <ExampleText example={example} label={label} />{' '}
        <Button
          kind="quiet"
          onPress={() => {
            showDialog(undefined)
            void openDocument(documentId)
          }}
        >
          <bdi>{title}</bdi>
        </Button>
      </p>
      {reason !== undefined && (
        <p className="hint">
          {by === undefined ? say('guide.why', { reason }) : say('guide.why-by', { reason, by })}
        </p>
      )}
    </div>
  )
}

/** When to use a label, and where the gold set did. */
export function LabelInGold({
  label,
  examples,
}: {
  label: Label
  examples: readonly GoldExample[]
}) {
  const say = useSay()
  const text = guidelineText(label)
  return (
    <section className="guide-label">
      <h4>{label.name[language()]}</h4>
      {text === '' ? (
        <p className="hint">{say('guide.label-none')}</p>
      ) : (
        <MarkdownText>{text}</MarkdownText>
      )}
      <p className="hint">{say(examples.length > 0 ? 'guide.from-gold' : 'guide.gold-none')}</p>
      {examples.map(example => (
        <Example key={example.documentId + example.annotation} example={example} label={label} />
      ))}
    </section>
  )
}
