import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { useKeysOf } from '../state/keymap.ts'
import { type PaneName, savePane, showSize } from '../state/panes.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'

/** CSS pixels. */
const narrowest = 200
const widest = 560
const step = 24

const within = (size: number) => Math.round(Math.min(widest, Math.max(narrowest, size)))

/** A pane beside the text: as wide as it is drawn, folded away and back; both are remembered. */
export function Pane({ name, children }: { name: PaneName; children: ReactNode }) {
  const say = useSay()
  const { size, shown } = useSession(session => session.settings.panes[name])
  const asked = useSession(session => session.pane === name)
  const [dragging, setDragging] = useState<{ from: number; size: number }>()
  const title = say(name === 'corpus' ? 'corpus.title' : 'inspector.title')
  const keys = useKeysOf(`toggle-${name}`)
  const save = (patch: Partial<{ size: number; shown: boolean }>) => savePane(name, patch)
  /** Towards the text, in the direction the page is read in. */
  const sign = (name === 'corpus' ? 1 : -1) * (document.documentElement.dir === 'rtl' ? -1 : 1)

  // Asked for by name, a pane comes, folded away or not.
  if (!shown && !asked)
    return (
      <section className={`pane-shut of-${name}`} aria-label={title}>
        <Button
          kind="icon"
          aria-label={say(`command.toggle-${name}`)}
          onPress={() => save({ shown: true })}
          data-testid={`show-${name}`}
        >
          {keys[0] === undefined ? '…' : <Keycap chord={keys[0]} />}
        </Button>
      </section>
    )

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging({ from: event.clientX, size })
  }

  function onPointerMove(event: PointerEvent) {
    if (!dragging) return
    showSize(name, within(dragging.size + sign * (event.clientX - dragging.from)))
  }

  function onPointerUp() {
    if (dragging) save({})
    setDragging(undefined)
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowRight' ? sign : event.key === 'ArrowLeft' ? -sign : 0
    if (by !== 0) save({ size: within(size + by * step) })
    else if (event.key === 'Home') save({ size: narrowest })
    else if (event.key === 'End') save({ size: widest })
    else if (event.key === 'Enter') save({ shown: false })
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className="pane" data-pane={name} aria-label={title}>
      {children}
      {/* A separator that takes the focus is a control, and says its value. */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={say(`pane.${name}`)}
        aria-valuenow={size}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        className={`pane-edge of-${name}`}
        data-dragging={dragging !== undefined}
        data-testid={`edge-${name}`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onDoubleClick={() => save({ shown: false })}
        onKeyDown={onKeyDown}
      />
    </section>
  )
}
