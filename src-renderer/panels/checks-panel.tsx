import { useMemo } from 'react'
import { claimCheckKinds, claimChecks } from '../../annotations/claims/claim-checks.ts'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { goTo, type OpenDocument } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'

/** What is still missing in the set that is open. */
export function useChecks(open: OpenDocument | undefined, scheme: LabelScheme) {
  const register = useSession(session => session.register)
  const set = open?.set
  return useMemo(() => (set ? claimChecks(set, scheme, register) : []), [set, scheme, register])
}

type Props = { open: OpenDocument; checks: ReturnType<typeof useChecks> }

/** Claims without source, dates without value, mentions without actor, chains with a gap; each leads to its words. */
export function ChecksPanel({ open, checks }: Props) {
  const say = useSay()
  if (checks.length === 0)
    return (
      <div className="empty-state small">
        <p>{say('checks.none')}</p>
      </div>
    )
  const places = placement(open.set.annotations)
  return (
    <div className="checks" data-testid="checks">
      {claimCheckKinds.map(kind => {
        const found = checks.filter(check => check.kind === kind)
        if (found.length === 0) return null
        return (
          <section key={kind} className="links" data-check={kind}>
            <h2>
              {say(`checks.${kind}`)}{' '}
              <span className="number">{say('plain', { value: found.length })}</span>
            </h2>
            <ul className="plain-list">
              {found.map(({ element }) => {
                const annotation = places.get(element)
                if (!annotation) return null
                return (
                  <li key={element} className="hop">
                    <button type="button" className="hop-quote" onClick={() => goTo(annotation)}>
                      <bdi>{quoteOf(annotation)}</bdi>
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
