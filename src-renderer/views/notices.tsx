import { Button } from 'react-aria-components'
import { failureText } from '../../annotations/api/failure-text.ts'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { annotationById } from '../state/actions.ts'
import { flush, keepBoth, takeStored } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { keysOf, perform } from '../state/keymap.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { SafetyNotices } from './safety-notices.tsx'

/** What stands between the analyst and her text: a link begun, a save refused, words that are not where they were. */
export function Notices() {
  const say = useSay()
  const save = useEditor(editor => editor.save)
  const lost = useEditor(editor => editor.open?.lost.length ?? 0)
  const linking = useEditor(editor => annotationById(editor.linking))
  return (
    <>
      {save.kind === 'failed' && (
        <div className="notice bad" role="alert">
          <p>{failureText(save.failure, language())}</p>
          <Button className="button" onPress={() => void flush()}>
            {say('save.retry')}
          </Button>
        </div>
      )}
      {save.kind === 'conflict' && (
        <div className="notice bad" role="alert" data-testid="conflict">
          <p>{failureText(save.failure, language())}</p>
          <Button className="button primary" onPress={keepBoth}>
            {say('save.keep-both')}
          </Button>
          <Button className="button" onPress={takeStored}>
            {say('save.take-stored')}
          </Button>
        </div>
      )}
      <SafetyNotices />
      {lost > 0 && <p className="notice warn">{say('reader.lost', { count: lost })}</p>}
      {linking && <LinkingNotice quote={quoteOf(linking).slice(0, 60)} />}
    </>
  )
}

/** A link begun: what to do next, as which type, and how to leave it. */
function LinkingNotice({ quote }: { quote: string }) {
  const say = useSay()
  const linkType = useEditor(editor => editor.linkType)
  const types = useSession(session => session.project?.project.scheme.relationTypes)
  const name = types?.find(({ id }) => id === linkType)?.name[language()]
  return (
    <div className="notice" data-testid="linking">
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
