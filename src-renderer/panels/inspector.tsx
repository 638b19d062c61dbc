import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { CommentsPanel, CommentsTab } from '../people/comments-panel.tsx'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { comments, inspector, reader } from '../state/focus-places.ts'
import { useSession } from '../state/session.ts'
import { dateLabel } from '../state/suggested-dates.ts'
import { language, useSay } from '../strings/words.ts'
import { useAfterPaint } from '../ui/use-after-paint.ts'
import { AnnotationEditor } from './annotation-editor.tsx'
import { AnnotationList } from './annotation-list.tsx'
import { ChecksPanel, useChecks } from './checks-panel.tsx'
import { firstControl } from './first-control.ts'
import { SuggestedDates } from './suggested-dates.tsx'
import { SuggestedList } from './suggested-list.tsx'

/** The choice made of the first field, or else the first field there is, or whatever takes the keyboard. */
const firstField = (editor: Element): HTMLElement | null =>
  firstControl(editor.querySelector('[data-fields] .field')) ??
  editor.querySelector<HTMLElement>('button')

/** What is current, to be edited; and every annotation of each label as a list that can be walked without seeing. */
export function Inspector({ scheme }: { scheme: LabelScheme }) {
  const asked = useEditor(editor => editor.open)
  const at = useEditor(editor => editor.current)
  const { open, current } = useAfterPaint(
    useMemo(() => ({ open: asked, current: at }), [asked, at]),
  )
  const annotation =
    open && current !== undefined ? placement(open.set.annotations).get(current) : undefined
  return <Panels scheme={scheme} open={open} annotation={annotation} />
}

type Props = {
  scheme: LabelScheme
  open: OpenDocument | undefined
  annotation: Annotation | undefined
}

/** A moment behind the text, which comes first: what it shows is made when the words are painted. */
const Panels = memo(function Panels({ scheme, open, annotation }: Props) {
  const say = useSay()
  const [tab, setTab] = useState('current')
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    inspector.focus = () => {
      useSession.setState({ pane: 'inspector' })
      setTab('current')
      // After the fields of what is current now have been drawn, which may be some frames from now.
      let tries = 0
      const look = () => {
        const { current } = useEditor.getState()
        const editor = panel.current?.querySelector(`[data-editing="${current}"]`)
        const field = editor && firstField(editor)
        if (field) field.focus()
        else if (tries++ < 30) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }
  }, [])

  useEffect(() => {
    comments.focus = () => {
      useSession.setState({ pane: 'inspector' })
      setTab('comments')
      let tries = 0
      const look = () => {
        const field = panel.current?.querySelector<HTMLElement>('[data-testid="new-comment"]')
        if (field) field.focus()
        else if (tries++ < 30) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }
  }, [])

  // Escape goes back to the text, from any field that has no use for it.
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    useSession.setState({ pane: undefined })
    reader.focus()
  }

  const checks = useChecks(open, scheme)
  const counts = new Map<string, number>()
  for (const { label } of open?.set.annotations ?? [])
    counts.set(label, (counts.get(label) ?? 0) + 1)
  return (
    <aside
      ref={panel}
      className="inspector"
      aria-label={say('inspector.title')}
      onKeyDown={onKeyDown}
    >
      <Tabs selectedKey={tab} onSelectionChange={key => setTab(String(key))}>
        <TabList className="tabs" aria-label={say('inspector.title')}>
          <Tab id="current" className="tab">
            {say('inspector.current')}
          </Tab>
          {scheme.labels.map(({ id, name }) => (
            <Tab key={id} id={id} className="tab" data-tab={id}>
              {name[language()]}{' '}
              <span className="number">{say('plain', { value: counts.get(id) ?? 0 })}</span>
            </Tab>
          ))}
          <Tab id=" checks" className="tab" data-tab=" checks">
            {say('checks.title')}
            {checks.length > 0 && (
              <span className="number"> {say('plain', { value: checks.length })}</span>
            )}
          </Tab>
          <Tab id="comments" className="tab" data-testid="tab-comments">
            <CommentsTab />
          </Tab>
        </TabList>
        <TabPanel id="current" className="tab-panel">
          {open && annotation ? (
            <AnnotationEditor
              key={annotation.id}
              open={open}
              annotation={annotation}
              scheme={scheme}
            />
          ) : (
            <div className="empty-state small">
              <p>{say('inspector.none')}</p>
              <p>
                {say(
                  open?.set.annotations.length === 0
                    ? 'reader.untouched-hint'
                    : 'inspector.none-hint',
                )}
              </p>
            </div>
          )}
        </TabPanel>
        <TabPanel id="comments" className="tab-panel">
          {open && <CommentsPanel open={open} />}
        </TabPanel>
        {scheme.labels.map(label => (
          <TabPanel key={label.id} id={label.id} className="tab-panel">
            {open && label === dateLabel(scheme) && <SuggestedDates open={open} label={label} />}
            {open && ['actor', 'claim'].includes(label.id) && (
              <SuggestedList open={open} label={label} />
            )}
            {open && <AnnotationList open={open} label={label} />}
          </TabPanel>
        ))}
        <TabPanel id=" checks" className="tab-panel">
          {open && <ChecksPanel open={open} checks={checks} />}
        </TabPanel>
      </Tabs>
    </aside>
  )
})
