import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { foldAhead, type PaletteItem, paletteSearch } from '../state/palette-items.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'

const close = () => showDialog(undefined)

/** Everything by its name: commands, documents, labels, actors, settings. `>` first asks for commands alone. */
export function Palette() {
  const say = useSay()
  const ofDocuments = useSession(session => session.dialog === 'find-document')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const commandsAlone = query.startsWith('>')
  const scope = ofDocuments ? 'document' : commandsAlone ? 'command' : 'all'
  const search = useMemo(() => paletteSearch(scope), [scope])
  const items = useMemo(
    () => search(commandsAlone ? query.slice(1) : query),
    [search, query, commandsAlone],
  )
  const chosen = items[Math.min(at, items.length - 1)]

  useEffect(foldAhead, [])
  useEffect(() => {
    list.current
      ?.querySelector(`[data-item="${CSS.escape(chosen?.id ?? '')}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [chosen?.id])

  function run(item: PaletteItem | undefined) {
    if (!item) return
    close()
    // After the dialog has gone and given the keyboard back.
    setTimeout(item.run)
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = items.length - 1
    const { key, ctrlKey } = event
    if (key === 'ArrowDown' || (ctrlKey && event.code === 'KeyN')) setAt(at >= last ? 0 : at + 1)
    else if (key === 'ArrowUp' || (ctrlKey && event.code === 'KeyP')) setAt(at <= 0 ? last : at - 1)
    else if (key === 'PageDown') setAt(Math.min(at + 8, last))
    else if (key === 'PageUp') setAt(Math.max(at - 8, 0))
    else if (key === 'Enter') run(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={open => open || close()}
      className="dialog-overlay palette-overlay"
    >
      <Modal className="palette">
        <Dialog aria-label={say('command.palette')} data-testid="palette">
          <div role="presentation" onKeyDownCapture={onKeyDown}>
            <input
              className="palette-input"
              role="combobox"
              aria-expanded="true"
              aria-controls="palette-list"
              aria-activedescendant={chosen && `palette-${items.indexOf(chosen)}`}
              aria-label={say('command.palette')}
              placeholder={say(ofDocuments ? 'palette.documents' : 'palette.placeholder')}
              dir={query === '' ? undefined : 'auto'}
              value={query}
              // biome would have a dialog take the keyboard by itself; this one is for typing at once.
              ref={input => input?.focus()}
              onChange={event => {
                setQuery(event.target.value)
                setAt(0)
              }}
            />
          </div>
          <div
            ref={list}
            id="palette-list"
            className="palette-list"
            role="listbox"
            aria-label={say('command.palette')}
          >
            {items.map((item, index) => (
              <div
                key={item.id}
                id={`palette-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={item === chosen}
                className="palette-item"
                data-item={item.id}
                onPointerMove={() => setAt(index)}
                onClick={() => run(item)}
                onKeyDown={() => {}}
              >
                <span className="palette-kind">{say(`palette.${item.kind}`)}</span>
                <bdi className="palette-name">{item.name}</bdi>
                <bdi className="palette-note">{item.kind === 'label' ? '' : item.note}</bdi>
                {item.chord && <Keycap chord={item.chord} />}
              </div>
            ))}
          </div>
          {items.length === 0 && <p className="palette-none">{say('palette.none', { query })}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
