import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { type Picture, pictureOf } from '../plots/picture.ts'
import { type AcrossTab, acrossTabs, beginAcross, useAcross } from '../state/across.ts'
import { flush } from '../state/autosave.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { AcrossFilters } from './across-filters.tsx'
import { BoardTab } from './board-tab.tsx'
import { LinesPanel } from './lines-panel.tsx'
import { NetworkTab } from './network-tab.tsx'
import { ProfileTab } from './profile-tab.tsx'
import { SaveView } from './save-view.tsx'
import { StatisticsTab } from './statistics-tab.tsx'
import { TimelineTab } from './timeline-tab.tsx'
import { useView, type View } from './use-view.ts'

/** All documents read at once: who says what, when, with whom, and how each outlet tells it. */
export function AcrossDialog() {
  const folder = useSession(session => session.project?.folder)
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    if (folder !== undefined) beginAcross(folder)
    // The views read the disk: what is on the screen belongs in them.
    void flush().finally(() => setSaved(true))
  }, [folder])
  return folder !== undefined && saved ? <Across project={folder} /> : null
}

function Across({ project }: { project: string }) {
  const say = useSay()
  const tab = useAcross(state => state.tab)
  const opened = useAcross(state => state.opened)
  const svg = useRef<SVGSVGElement>(null)
  const [saving, setSaving] = useState<{ picture: Picture | undefined }>()
  const [isBack, setIsBack] = useState(false)
  const facets = useView('across.facets', { project })
  useEffect(() => {
    if (facets.value) useAcross.setState({ facets: facets.value })
  }, [facets.value])
  const close = () => showDialog(undefined)
  function goBack() {
    setSaving(undefined)
    setIsBack(true)
  }
  if (saving) return <SaveView project={project} {...saving} onBack={goBack} />
  return (
    <Dialog
      name="across"
      size="full"
      title={say('across.title')}
      onClose={close}
      footer={
        <>
          <Button
            // Whoever was saving goes on from there.
            autoFocus={isBack}
            // The drawing is pictured while it is on the page.
            onPress={() => setSaving({ picture: picturedNow(svg.current) })}
            data-testid="across-save"
          >
            {say('across.save')}
          </Button>
          <Button kind="primary" onPress={close} data-testid="close">
            {say('dialog.done')}
          </Button>
        </>
      }
    >
      <AcrossFilters />
      <FailureNote failure={facets.failure} />
      {facets.value && facets.value.unreadable > 0 && (
        <p className="hint">{say('across.unreadable', { count: facets.value.unreadable })}</p>
      )}
      <Tabs
        className="across-tabs"
        selectedKey={tab}
        onSelectionChange={key =>
          useAcross.setState({
            tab: acrossTabs.find(id => id === key) ?? 'board',
            opened: undefined,
          })
        }
      >
        <TabList className="across-tab-list" aria-label={say('across.title')}>
          {acrossTabs.map(id => (
            <Tab key={id} id={id} className="across-tab" data-testid={`tab-${id}`}>
              {say(`across.tab.${id}`)}
            </Tab>
          ))}
        </TabList>
        {acrossTabs.map(id => (
          <TabPanel key={id} id={id} className="across-panel">
            {id === tab && <TabContent tab={id} project={project} svg={svg} />}
          </TabPanel>
        ))}
      </Tabs>
      {opened && <LinesPanel project={project} opened={opened} />}
    </Dialog>
  )
}

const picturedNow = (svg: SVGSVGElement | null) =>
  svg ? pictureOf(svg, svg.closest('.across-view')) : undefined

type Content = { tab: AcrossTab; project: string; svg: RefObject<SVGSVGElement | null> }

function TabContent({ tab, project, svg }: Content) {
  const filter = useAcross(state => state.filter)
  const board = useAcross(state => state.board)
  const timeline = useAcross(state => state.timeline)
  const network = useAcross(state => state.network)
  const asked = { project, filter }
  switch (tab) {
    case 'board':
      return <Board asked={{ ...asked, ...board }} />
    case 'timeline':
      return <TimelineView asked={{ ...asked, ...timeline }} svg={svg} />
    case 'network':
      return <NetworkView asked={{ ...asked, ...network }} svg={svg} />
    case 'profile':
      return <ProfileView asked={asked} svg={svg} />
    case 'statistics':
      return <StatisticsView asked={asked} />
  }
}

type Of<M extends Parameters<typeof useView>[0]> = Parameters<typeof useView<M>>[1]
type Svg = Content['svg']

const Board = ({ asked }: { asked: Of<'across.board'> }) => {
  const view = useView('across.board', asked)
  return <Shown view={view}>{<BoardTab view={view} />}</Shown>
}
const TimelineView = ({ asked, svg }: { asked: Of<'across.timeline'>; svg: Svg }) => {
  const view = useView('across.timeline', asked)
  return <Shown view={view}>{<TimelineTab view={view} svg={svg} />}</Shown>
}
const NetworkView = ({ asked, svg }: { asked: Of<'across.network'>; svg: Svg }) => {
  const view = useView('across.network', asked)
  return <Shown view={view}>{<NetworkTab view={view} svg={svg} />}</Shown>
}
const ProfileView = ({ asked, svg }: { asked: Of<'across.profile'>; svg: Svg }) => {
  const view = useView('across.profile', asked)
  return <Shown view={view}>{<ProfileTab view={view} svg={svg} />}</Shown>
}
const StatisticsView = ({ asked }: { asked: Of<'across.statistics'> }) => {
  const view = useView('across.statistics', asked)
  return <Shown view={view}>{<StatisticsTab view={view} />}</Shown>
}

function Shown({ view, children }: { view: View<unknown>; children: ReactNode }) {
  const say = useSay()
  return (
    <>
      {view.busy && view.value === undefined && (
        <p className="hint" aria-busy="true">
          {say('across.reading')}
        </p>
      )}
      <FailureNote failure={view.failure} />
      <div className="across-shown" data-shown={view.value !== undefined && !view.busy}>
        {children}
      </div>
    </>
  )
}
