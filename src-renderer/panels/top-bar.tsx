import { memo } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { ProjectView } from '../../annotations/api/views.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { leaveProject, newWindow } from '../state/navigation.ts'
import { type DialogName, showDialog, useSession } from '../state/session.ts'
import { type Key, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'

const dialogs: [DialogName, Key][] = [
  ['search', 'command.search'],
  ['copies', 'command.copies'],
  ['recurring', 'command.recurring'],
  ['register', 'command.register'],
  ['codebook', 'command.codebook'],
  ['import', 'command.import'],
  ['paste', 'command.paste'],
  ['export', 'command.export'],
  ['versions', 'versions.title'],
  ['across', 'command.across'],
  ['agreement', 'command.agreement'],
  ['team', 'command.team'],
  ['guideline', 'command.guideline'],
  ['merge', 'command.merge'],
  ['scheme', 'command.scheme'],
  ['dashboard', 'command.dashboard'],
  ['settings', 'command.settings'],
  ['keys', 'bar.keys'],
  ['diagnostics', 'diagnostics.title'],
]

/** Where one is: the project, the place in it, who annotates; and the menu. */
export const TopBar = memo(function TopBar({ project }: { project: ProjectView }) {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const documentId = useSession(session => session.documentId)
  const annotator = useSession(session => session.annotator)
  const at = documents.findIndex(({ id }) => id === documentId)
  return (
    <header className="top-bar">
      <PaneButton pane="corpus" name="corpus.title" />
      <h1 className="brand">{say('app.name')}</h1>
      <span className="crumb">
        <bdi>{project.project.title}</bdi>
        {at !== -1 && (
          <>
            <span aria-hidden="true"> › </span>
            {say('top.position', { at: at + 1, total: documents.length })}
          </>
        )}
      </span>
      <PlaceSwitch />
      <span className="grow" />
      <Button
        className="palette-pill"
        onPress={() => showDialog('palette')}
        data-testid="open-palette"
      >
        <span className="palette-pill-words">{say('palette.placeholder')}</span>
        <Keycap chord={useKeysOf('palette')[0] ?? ''} />
      </Button>
      <span className="grow" />
      <Button className="button" onPress={() => showDialog('search')} data-testid="open-search">
        {say('command.search')}
      </Button>
      <Button className="button" onPress={() => showDialog('import')} data-testid="open-import">
        {say('command.import')}
      </Button>
      <Button className="button" onPress={() => showDialog('export')} data-testid="open-export">
        {say('command.export')}
      </Button>
      <Button
        className="button who"
        aria-label={say('top.annotator', { name: annotator })}
        onPress={() => showDialog('annotator')}
        data-testid="annotator"
      >
        <span className="initial" aria-hidden="true">
          {[...annotator][0]}
        </span>
        <bdi>{annotator}</bdi>
      </Button>
      <PaneButton pane="inspector" name="inspector.title" />
      <MenuTrigger>
        <Button className="button icon" aria-label={say('top.menu')} data-testid="menu">
          ☰
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            onAction={key => {
              if (key === 'welcome') void leaveProject()
              else if (key === 'tour') useSession.setState({ tour: 0 })
              else if (key === 'new-window') void newWindow()
              else showDialog(key as DialogName)
            }}
          >
            <MenuItem id="new-project">{say('menu.new-project')}</MenuItem>
            <MenuItem id="open-project" data-testid="open-project">
              {say('menu.open-project')}
            </MenuItem>
            <MenuItem id="new-window">{say('command.new-window')}</MenuItem>
            <MenuItem id="tour">{say('command.tour')}</MenuItem>
            <MenuItem id="welcome">{say('menu.welcome')}</MenuItem>
            <Separator />
            {dialogs.map(([id, key]) => (
              <MenuItem key={id} id={id} data-testid={`menu-${id}`}>
                {say(key)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </header>
  )
})

/** The places one can be in, always the same. */
function PlaceSwitch() {
  const say = useSay()
  const place = useSession(session => session.place)
  return (
    <span className="place-switch" role="group" aria-label={say('place.title')}>
      {(['desk', 'review'] as const).map(id => (
        <Button
          key={id}
          className="button"
          aria-pressed={id === place}
          onPress={() => id !== place && perform('review')}
          data-testid={`place-${id}`}
        >
          {say(`place.${id}`)}
        </Button>
      ))}
      <Button
        className="button"
        onPress={() => showDialog('across')}
        aria-haspopup="dialog"
        data-testid="open-across"
      >
        {say('across.short')}
      </Button>
    </span>
  )
}

/** In a window too narrow for three panes: brings one over the text, and sends it away again. */
function PaneButton({ pane, name }: { pane: 'corpus' | 'inspector'; name: Key }) {
  const say = useSay()
  const shown = useSession(session => session.pane === pane)
  return (
    <Button
      className="button pane-button"
      aria-pressed={shown}
      onPress={() => useSession.setState({ pane: shown ? undefined : pane })}
      data-testid={`pane-${pane}`}
    >
      {say(name)}
    </Button>
  )
}
