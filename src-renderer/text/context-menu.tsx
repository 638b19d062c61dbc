import { useRef } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { annotationById, relabel, tag } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { keysOf, perform } from '../state/keymap.ts'
import { type Key, language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'

export type Place = { x: number; y: number }
type Props = { at: Place | undefined; scheme: LabelScheme; onClose(): void }

const ofAnnotation: [string, Key][] = [
  ['edit', 'at-hand.edit'],
  ['link', 'at-hand.link'],
  ['take', 'inspector.take'],
  ['add-part', 'command.add-part'],
  ['remove', 'inspector.remove'],
]

/** What can be done where one is: tag what is selected, or change the annotation there. */
export function ContextMenu({ at, scheme, onClose }: Props) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span
        ref={anchor}
        className="menu-anchor"
        style={at && { transform: `translate(${at.x}px, ${at.y}px)` }}
      />
      {at && (
        <Popover
          className="popover"
          triggerRef={anchor}
          isOpen
          onOpenChange={open => open || onClose()}
          placement="bottom start"
        >
          <Lines scheme={scheme} onClose={onClose} />
        </Popover>
      )}
    </>
  )
}

function Lines({ scheme, onClose }: Omit<Props, 'at'>) {
  const say = useSay()
  const current = useEditor(editor => annotationById(editor.current))
  const selecting = useEditor(({ selection }) => selection.anchor !== selection.focus)
  const line = (id: string, name: Key) => (
    <MenuItem key={id} id={id} textValue={say(name)} className="menu-line">
      <span>{say(name)}</span>
      {keysOf(id)[0] && <Keycap chord={keysOf(id)[0] ?? ''} />}
    </MenuItem>
  )
  return (
    <Menu
      className="menu"
      aria-label={say('command.menu')}
      data-testid="context-menu"
      autoFocus="first"
      onClose={onClose}
      onAction={key => {
        const [kind, id] = String(key).split(' ')
        onClose()
        if (kind === 'tag') tag(id as string)
        else if (kind === 'relabel' && current) relabel(current.id, id as string)
        else setTimeout(() => perform(String(key)))
      }}
    >
      <MenuSection>
        <Header className="menu-head">
          {say(current && !selecting ? 'inspector.label' : 'menu.tag-as')}
        </Header>
        {scheme.labels.map(label => (
          <MenuItem
            key={`${current && !selecting ? 'relabel' : 'tag'} ${label.id}`}
            id={`${current && !selecting ? 'relabel' : 'tag'} ${label.id}`}
            textValue={label.name[language()]}
            className="menu-line"
          >
            <span className="menu-label">
              <Swatch label={label} /> {label.name[language()]}
            </span>
            {label.keys[0] && <Keycap chord={label.keys[0]} />}
          </MenuItem>
        ))}
      </MenuSection>
      <Separator />
      {current &&
        ofAnnotation
          .filter(([id]) => selecting || (id !== 'take' && id !== 'add-part'))
          .map(([id, name]) => line(id, name))}
      {line('copy', 'menu.copy')}
      {line('widen', 'menu.widen')}
    </Menu>
  )
}
