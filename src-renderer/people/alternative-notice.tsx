import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { attributeWords } from '../panels/attribute-words.ts'
import { make, useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

/** A version of an annotation that a merge could not bring into one with ours: one of them is right. */
export function AlternativeNotice() {
  const say = useSay()
  const open = useEditor(editor => editor.open)
  const scheme = useSession(session => session.project?.project.scheme)
  const [other] = open?.set.alternatives ?? []
  if (!open || !other || !scheme) return null
  const here = open.set.annotations.find(({ id }) => id === other.id)
  const take = (annotation: Annotation) =>
    make([
      { kind: 'put-annotation', annotation },
      { kind: 'drop-alternative', annotation },
    ])
  return (
    <div className="notice warn" role="status" data-testid="alternative">
      <p>
        {say('alternative.what', {
          quote: here ? quoteOf(here) : quoteOf(other),
          label: labelOf(scheme, other.label)?.name[language()] ?? other.label,
          other: quoteOf(other),
          values: attributeWords(other)
            .map(({ words }) => words)
            .join('، '),
        })}
      </p>
      <Button onPress={() => take(other)} data-testid="take-other">
        {say('alternative.take')}
      </Button>
      <Button
        onPress={() => make([{ kind: 'drop-alternative', annotation: other }])}
        data-testid="drop-other"
      >
        {say('alternative.drop')}
      </Button>
    </div>
  )
}
