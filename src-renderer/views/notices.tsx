import { Button } from 'react-aria-components'
import { failureText } from '../../annotations/api/failure-text.ts'
import { AlternativeNotice } from '../people/alternative-notice.tsx'
import { CopiesNotice } from '../people/copies-notice.tsx'
import { flush, keepBoth, takeStored } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'
import { NameNotice } from './name-notice.tsx'
import { SafetyNotices } from './safety-notices.tsx'

/** What stands between the analyst and her text: a save refused, words that are not where they were. */
export function Notices() {
  const say = useSay()
  const save = useEditor(editor => editor.save)
  const lost = useEditor(editor => editor.open?.lost.length ?? 0)
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
      <NameNotice />
      <CopiesNotice />
      <AlternativeNotice />
      {lost > 0 && <p className="notice warn">{say('reader.lost', { count: lost })}</p>}
    </>
  )
}
