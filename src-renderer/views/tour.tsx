import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSession } from '../state/session.ts'
import { type Key, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

/** What each step is about, and where it is on the desk. */
const steps: { id: 'documents' | 'text' | 'labels' | 'details' | 'onwards'; at: string }[] = [
  { id: 'documents', at: '.corpus' },
  { id: 'text', at: '[data-testid="reader"]' },
  { id: 'labels', at: '.label-bar' },
  { id: 'details', at: '.inspector' },
  { id: 'onwards', at: '[data-testid="menu"]' },
]

type Box = { left: number; top: number; width: number; height: number }

/** Where a part of the desk is now; it may move as the window does. */
function useBox(selector: string | undefined): Box | undefined {
  const [box, setBox] = useState<Box>()
  useLayoutEffect(() => {
    if (selector === undefined) return setBox(undefined)
    const look = () => {
      const found = document.querySelector(selector)?.getBoundingClientRect()
      setBox(
        found && { left: found.left, top: found.top, width: found.width, height: found.height },
      )
    }
    look()
    const timer = setInterval(look, 400)
    window.addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('resize', look)
    }
  }, [selector])
  return box
}

/** Five steps over the desk: what is where, and what one does with it. */
export function Tour() {
  const say = useSay()
  const at = useSession(session => session.tour)
  const step = at === undefined ? undefined : steps[at]
  const box = useBox(step?.at)
  const next = useRef<HTMLDivElement>(null)
  const end = () => useSession.setState({ tour: undefined })
  const go = (to: number) => useSession.setState({ tour: to < steps.length ? to : undefined })

  useEffect(() => {
    if (at !== undefined) next.current?.querySelector<HTMLElement>('[data-next]')?.focus()
  }, [at])

  if (at === undefined || !step) return null
  const title: Key = `tour.${step.id}-title`
  const words: Key = `tour.${step.id}`
  return (
    <>
      {box && (
        <div
          className="tour-ring"
          aria-hidden="true"
          style={{
            transform: `translate(${box.left}px, ${box.top}px)`,
            inlineSize: box.width,
            blockSize: box.height,
          }}
        />
      )}
      <div
        ref={next}
        className="tour-card"
        role="dialog"
        aria-label={say('tour.title')}
        data-testid="tour"
        data-step={step.id}
        onKeyDown={event => {
          if (event.key === 'Escape') end()
          event.stopPropagation()
        }}
      >
        <p className="hint">{say('tour.step', { at: at + 1, total: steps.length })}</p>
        <div aria-live="polite">
          <h2>{say(title)}</h2>
          <p>{say(words)}</p>
        </div>
        <div className="dialog-actions">
          <Button kind="quiet" onPress={end} data-testid="tour-end">
            {say('tour.end')}
          </Button>
          <span className="grow" />
          {at > 0 && <Button onPress={() => go(at - 1)}>{say('tour.back')}</Button>}
          <Button kind="primary" onPress={() => go(at + 1)} data-next="" data-testid="tour-next">
            {say(at === steps.length - 1 ? 'dialog.done' : 'tour.next')}
          </Button>
        </div>
      </div>
    </>
  )
}
