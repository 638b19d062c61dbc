import type { CSSProperties } from 'react'
import { AtHand } from '../panels/at-hand.tsx'
import { ClaimFrameBar } from '../panels/claim-frame-bar.tsx'
import { CorpusList } from '../panels/corpus-list.tsx'
import { FindBar } from '../panels/find-bar.tsx'
import { Inspector } from '../panels/inspector.tsx'
import { LabelBar } from '../panels/label-bar.tsx'
import { LinkingBar } from '../panels/linking-bar.tsx'
import { Pane } from '../panels/pane.tsx'
import { StatusBar } from '../panels/status-bar.tsx'
import { SuggestionBar } from '../panels/suggestion-bar.tsx'
import { TopBar } from '../panels/top-bar.tsx'
import { ReviewBar } from '../people/review-bar.tsx'
import { useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Reader } from '../text/reader.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { ArrivalNotice } from './arrival-notice.tsx'
import { DropZone } from './drop-zone.tsx'
import { EmptyProject } from './empty-project.tsx'
import { Notices } from './notices.tsx'
import { Tour } from './tour.tsx'

/** A pane never leaves the text too little room. */
const widthOf = ({ size, shown }: { size: number; shown: boolean }) =>
  shown ? `min(${size}px, 28vw)` : '36px'

/** The desk: documents, the article, what is known about it; what can be done above, how things stand below. */
export function Workspace() {
  const say = useSay()
  const project = useSession(session => session.project)
  const empty = useSession(session => session.documents.length === 0)
  const open = useEditor(editor => editor.open)
  const panes = useSession(session => session.settings.panes)
  const loading = useEditor(editor => editor.loading)
  const pane = useSession(session => session.pane)
  if (!project) return null
  return (
    <div
      className="workspace panes"
      data-pane={pane}
      style={
        {
          '--corpus-size': widthOf(panes.corpus),
          '--inspector-size': widthOf(panes.inspector),
        } as CSSProperties
      }
    >
      <TopBar project={project} />
      <Pane name="corpus">
        <CorpusList />
      </Pane>
      <main className="desk">
        <LabelBar scheme={project.project.scheme} />
        <FailureBanner />
        <ArrivalNotice />
        <ReviewBar />
        <Notices />
        {open ? (
          <>
            <Reader key={open.document.id} open={open} scheme={project.project.scheme} />
            <FindBar />
            <LinkingBar />
            <ClaimFrameBar open={open} />
            <SuggestionBar open={open} scheme={project.project.scheme} />
            <AtHand scheme={project.project.scheme} />
          </>
        ) : empty ? (
          <EmptyProject />
        ) : (
          <p className="waiting" aria-busy={loading}>
            {say(loading ? 'reader.loading' : 'reader.none')}
          </p>
        )}
      </main>
      <Pane name="inspector">
        <Inspector scheme={project.project.scheme} />
      </Pane>
      <StatusBar />
      <DropZone />
      <Tour />
    </div>
  )
}
