import { memo } from 'react'
import { Button } from 'react-aria-components'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { annotationById, removeAnnotation } from '../state/actions.ts'
import { useFrame } from '../state/claim-frame.ts'
import { useEditor } from '../state/editor.ts'
import { keysOf, perform } from '../state/keymap.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { useAfterPaint } from '../ui/use-after-paint.ts'
import { attributeWords } from './attribute-words.ts'

/** The annotation at the caret in one line, and what the next key does to it. Below the text, so that it covers none. */
export const AtHand = memo(function AtHand({ scheme }: { scheme: LabelScheme }) {
  const say = useSay()
  const annotation = useAfterPaint(useEditor(editor => annotationById(editor.current)))
  const label = annotation && labelOf(scheme, annotation.label)
  const linking = useEditor(editor => editor.linking !== undefined)
  const framed = useFrame(frame => frame.claim !== undefined)
  if (!annotation || !label || linking || framed) return null
  const links = scheme.relationTypes.some(({ from }) => from.includes(label.id))
  return (
    <div className="at-hand" data-testid="at-hand">
      <span className="card-label">
        <Swatch label={label} />
        {label.name[language()]}
      </span>
      <bdi className="at-hand-quote">{quoteOf(annotation)}</bdi>
      {attributeWords(annotation).map(({ id, words, ltr }) => (
        <bdi key={id} className={`tag ${label.id}`} dir={ltr ? 'ltr' : 'auto'}>
          {words}
        </bdi>
      ))}
      <span className="grow" />
      <Button className="quiet" onPress={() => perform('edit')}>
        <Keycap chord={keysOf('edit')[0] as string} />
        {say('at-hand.edit')}
      </Button>
      {links && (
        <Button className="quiet" onPress={() => perform('link')}>
          <Keycap chord={keysOf('link')[0] as string} />
          {say('at-hand.link')}
        </Button>
      )}
      <Button className="quiet" onPress={() => removeAnnotation(annotation.id)}>
        <Keycap chord={keysOf('remove')[0] as string} />
        {say('inspector.remove')}
      </Button>
    </div>
  )
})
