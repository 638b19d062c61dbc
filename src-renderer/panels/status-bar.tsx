import { memo } from 'react'
import { Button } from 'react-aria-components'
import type { SetStatus } from '../../annotations/model/annotation-set.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { paragraphAt } from '../../annotations/text/paragraphs.ts'
import { selected, useEditor } from '../state/editor.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { formatInstant } from '../ui/format-date.ts'
import { Keycap } from '../ui/keycap.tsx'

/** How things stand: saved or not and why, what is in the set, where the caret is, what the next key does. */
export function StatusBar() {
  const say = useSay()
  const open = useEditor(editor => editor.open)
  const save = useEditor(editor => editor.save)
  const loading = useEditor(editor => editor.loading)
  const selection = useEditor(editor => editor.selection)
  const times = useEditor(editor => editor.times)
  const scheme = useSession(session => session.project?.project.scheme)
  const counts = new Map<string, number>()
  for (const { label } of open?.set.annotations ?? [])
    counts.set(label, (counts.get(label) ?? 0) + 1)
  const { start, end } = selected(selection)
  const reviewing = useSession(session => session.reviewing !== undefined)
  // Judged by somebody, a set stands otherwise than its annotator left it.
  const stands = useSession(
    session =>
      session.documents.find(({ id }) => id === open?.document.id)?.sets[session.annotator]?.status,
  )
  return (
    <footer className="status-bar">
      {open && loading && <span aria-busy="true">{say('reader.loading')}</span>}
      {open && !loading && (
        <span
          className={`save-state ${save.kind}`}
          data-testid="save-state"
          data-state={save.kind}
          role="status"
          title={
            save.kind === 'saved' && save.at
              ? say('save.at', { time: formatInstant(save.at) })
              : undefined
          }
        >
          {say(`save.${save.kind}`)}
        </span>
      )}
      {open && scheme && (
        <span className="counts">
          {[...counts].map(([id, count]) => (
            <span key={id}>
              {labelOf(scheme, id)?.name[language()] ?? id} {say('plain', { value: count })}
            </span>
          ))}
        </span>
      )}
      {times !== undefined && (
        <span className="times" data-testid="times" role="status">
          {say('bar.times', { count: times })}
        </span>
      )}
      <span className="grow" />
      {!reviewing && <Actions status={stands ?? open?.set.status} />}
      {open && (
        <span className="place" data-offset={selection.focus}>
          {start < end
            ? say('bar.selection', { count: end - start })
            : say('bar.place', {
                paragraph: paragraphAt(open.paragraphs, selection.focus) + 1,
                offset: selection.focus,
              })}
        </span>
      )}
    </footer>
  )
}

/** What can be done with the document, each with its key. */
const Actions = memo(function Actions({ status }: { status: SetStatus | undefined }) {
  const say = useSay()
  const [done, reopen, next] = [useKeysOf('done'), useKeysOf('reopen'), useKeysOf('next-document')]
  return (
    <>
      {status && (
        <>
          {status === 'submitted' || status === 'approved' ? (
            <Button className="quiet" onPress={() => perform('reopen')} data-testid="reopen">
              <Keycap chord={reopen[0] ?? ''} />
              {say('bar.reopen')}
            </Button>
          ) : (
            <Button className="quiet" onPress={() => perform('done')} data-testid="done">
              <Keycap chord={done[0] ?? ''} />
              {say('bar.done')}
            </Button>
          )}
          <Button className="quiet" onPress={() => perform('next-document')}>
            <Keycap chord={next.at(-1) ?? ''} />
            {say('bar.next')}
          </Button>
        </>
      )}
      <Button className="quiet" onPress={() => showDialog('keys')}>
        <Keycap chord="?" />
        {say('bar.keys')}
      </Button>
    </>
  )
})
