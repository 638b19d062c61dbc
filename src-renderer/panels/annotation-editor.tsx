import { Button } from 'react-aria-components'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import { isAsked, type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { relabel, removeAnnotation, setAttribute, takeSelection } from '../state/actions.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { keysOf } from '../state/keymap.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { AttributeField } from './attribute-field.tsx'
import { claimSentence } from './claim-sentence.ts'
import { LabelGuide } from './label-guide.tsx'
import { LinkSection } from './link-section.tsx'
import { LinkedFrom } from './linked-from.tsx'

type Props = { open: OpenDocument; annotation: Annotation; scheme: LabelScheme }

/** Its own part, for a selection comes and goes with every move and the fields need not be drawn again for it. */
function TakeButton() {
  const say = useSay()
  const selecting = useEditor(({ selection }) => selection.anchor !== selection.focus)
  return (
    <Button className="button" isDisabled={!selecting} onPress={takeSelection}>
      {say('inspector.take')} <Keycap chord={keysOf('take')[0] as string} />
    </Button>
  )
}

/** The annotation at hand, in the order one thinks: what it says, what it is, what is known of it, what it is joined to. */
export function AnnotationEditor({ open, annotation, scheme }: Props) {
  const say = useSay()
  // Edited beside the words they are not drawn twice.
  const editedHere = useEditor(({ editing }) => editing === annotation.id)
  const label = labelOf(scheme, annotation.label)
  return (
    <div className="editor" data-testid="editor" data-editing={annotation.id}>
      <section>
        <h2>{say('inspector.content')}</h2>
        <p className="editor-quote" dir="auto">
          {quoteOf(annotation)}
        </p>
        {annotation.label === 'claim' && (
          <p className="claim-sentence" data-testid="claim-sentence">
            {claimSentence(annotation, open.set.relations, placement(open.set.annotations).get)}
          </p>
        )}
        <div className="relabel" role="group" aria-label={say('inspector.label')}>
          {scheme.labels.map(other => (
            <button
              key={other.id}
              type="button"
              className="chip"
              aria-pressed={other.id === annotation.label}
              onClick={() => relabel(annotation.id, other.id)}
            >
              <Swatch label={other} />
              {other.name[language()]}
            </button>
          ))}
        </div>
      </section>
      {label && <LabelGuide key={label.id} label={label} />}
      {label && label.attributes.length > 0 && !editedHere && (
        <section data-fields>
          <h2>{say('inspector.attributes')}</h2>
          {label.attributes
            .filter(attribute => isAsked(label, attribute, annotation.attributes))
            .map(attribute => (
              <AttributeField
                key={attribute.id}
                attribute={attribute}
                annotation={annotation}
                onChange={value => setAttribute(annotation.id, attribute.id, value)}
              />
            ))}
        </section>
      )}
      {scheme.relationTypes
        .filter(({ from }) => from.includes(annotation.label))
        .map(type => (
          <LinkSection key={type.id} open={open} annotation={annotation} type={type} />
        ))}
      <LinkedFrom open={open} annotation={annotation} scheme={scheme} />
      <section className="editor-actions">
        <TakeButton />
        <Button
          className="button"
          onPress={() => removeAnnotation(annotation.id)}
          data-testid="remove"
        >
          {say('inspector.remove')} <Keycap chord={keysOf('remove')[0] as string} />
        </Button>
      </section>
    </div>
  )
}
