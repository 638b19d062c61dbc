import { Button } from 'react-aria-components'
import { claimRecord } from '../../annotations/claims/claim-record.ts'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import { annotationById } from '../state/actions.ts'
import { pickNow, proposedLinks, slots, useFrame } from '../state/claim-frame.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { ChainPath } from '../text/chain-path.tsx'
import { Keycap } from '../ui/keycap.tsx'

const relations = { source: 'source', cue: 'cue', date: 'about' } as const

/** The frame of a claim while it is filled: what it has, what its sentence proposes, and what the next key does. */
export function ClaimFrameBar({ open }: { open: OpenDocument }) {
  const say = useSay()
  const { claim: id, slot } = useFrame()
  useEditor(editor => editor.selection)
  useEditor(editor => editor.current)
  const register = useSession(session => session.register)
  const key = useKeysOf('claim')[0] ?? ''
  const claim = annotationById(id)
  if (!claim) return null
  const places = placement(open.set.annotations)
  const record = claimRecord(claim, open.set.relations, places.get, register)
  const proposed = proposedLinks(open, claim)
  const pick = pickNow(open)
  const name = say(`claim.${slot}`)
  const quote =
    pick?.kind === 'annotation'
      ? quoteOf(pick.annotation)
      : pick && open.document.text.slice(pick.span.start, pick.span.end)
  const next =
    quote !== undefined
      ? say('claim.take-selection', { quote: quote.slice(0, 40), slot: name })
      : proposed.length > 0
        ? say('claim.take-proposed')
        : say('claim.close')
  const linked = (type: string) =>
    open.set.relations
      .filter(relation => relation.from === claim.id && relation.type === type)
      .flatMap(({ to }) => places.get(to) ?? [])

  return (
    <section
      className="linking-bar claim-frame"
      aria-label={say('command.claim')}
      data-testid="claim-frame"
      data-slot={slot}
    >
      <p className="frame-claim">{say('claim.frame', { quote: quoteOf(claim).slice(0, 60) })}</p>
      {record.sources.length > 0 && <ChainPath sources={record.sources} />}
      <ul className="frame-slots">
        {slots.map(one => {
          const type = relations[one]
          const has = linked(type)
          const offered = proposed.filter(link => link.type === type)
          return (
            <li key={one} className="frame-slot" aria-current={one === slot} data-frame-slot={one}>
              <span className="frame-name">{say(`claim.${one}`)}</span>
              {has.map(annotation => (
                <bdi key={annotation.id} className="tag">
                  {quoteOf(annotation)}
                </bdi>
              ))}
              {offered.map(({ to }) => (
                <bdi key={to.id} className="tag proposed" title={say('claim.proposed')}>
                  {quoteOf(to)}
                </bdi>
              ))}
            </li>
          )
        })}
      </ul>
      <span className="grow" />
      <Button className="quiet" onPress={() => perform('edit')} data-testid="frame-enter">
        <Keycap chord="Enter" />
        {next}
      </Button>
      <Button className="quiet" onPress={() => perform('claim')}>
        <Keycap chord={key} />
        {say('claim.skip')}
      </Button>
      <Button className="quiet" onPress={() => perform('escape')}>
        <Keycap chord="Escape" />
        {say('claim.close')}
      </Button>
    </section>
  )
}
