import { Button } from 'react-aria-components'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { annotationById } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { keysOf, perform } from '../state/keymap.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'

/** A link begun: what to do next, as which type, and how to leave it. */
export function LinkingBar() {
  const say = useSay()
  const linking = useEditor(editor => annotationById(editor.linking))
  const linkType = useEditor(editor => editor.linkType)
  const types = useSession(session => session.project?.project.scheme.relationTypes)
  const name = types?.find(({ id }) => id === linkType)?.name[language()]
  if (!linking) return null
  const quote = quoteOf(linking).slice(0, 60)
  return (
    <div className="linking-bar" data-testid="linking">
      <p>{say('linking.what', { quote })}</p>
      <span className="tag">{name ? say('linking.type', { type: name }) : say('linking.any')}</span>
      <Button className="quiet" onPress={() => perform('link')}>
        <Keycap chord={keysOf('link')[0] ?? ''} />
        {say('linking.change')}
      </Button>
      <Button className="quiet" onPress={() => perform('escape')}>
        <Keycap chord={keysOf('escape')[0] ?? ''} />
        {say('linking.leave')}
      </Button>
    </div>
  )
}
