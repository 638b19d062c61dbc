import { useState } from 'react'
import type { Board } from '../../annotations/across/board.ts'
import type { Contradiction } from '../../annotations/across/contradictions.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { Quote } from './lines-panel.tsx'
import { nameIn, partyName, shortened } from './names.ts'

/** Shown before one asks for more. */
const few = 5

/** What cannot all be so, each with why: camps beside each other, with their words. */
export function Contradictions({ board }: { board: Board }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const { contradictions } = board
  const shown = all ? contradictions : contradictions.slice(0, few)
  return (
    <section className="contradictions" data-testid="contradictions">
      <h3 className="section-title">
        {say('across.contradictions', { count: board.allContradictions })}
      </h3>
      {shown.map(one => (
        <Found key={`${one.kind} ${one.subject} ${one.party?.key ?? ''}`} one={one} />
      ))}
      {contradictions.length > shown.length && (
        <Button kind="quiet" onPress={() => setAll(true)} data-testid="more-contradictions">
          {say('across.more', { count: contradictions.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

function Found({ one }: { one: Contradiction }) {
  const say = useSay()
  const why = one.kind === 'opposed' ? say('across.why-opposed') : say('across.why-dates')
  return (
    <details className="contradiction" data-testid="contradiction" data-kind={one.kind}>
      <summary>
        <span className="board-mark">
          {one.party ? say('across.why-own', { who: partyName(one.party) }) : why}
        </span>
        {one.party && <span className="hint">{why}</span>}
        {one.code !== null && (
          <span className="board-code">
            <bdi>{one.code}</bdi>
          </span>
        )}
        <bdi>{shortened(nameIn(one.text), 100)}</bdi>
        <span className="camp-sizes">
          {one.camps.map(({ side, day, statements }) => (
            <span key={`${side} ${day}`} className={`cell-count ${side}`}>
              {day ? <bdi>{formatPublished(day)}</bdi> : say(`across.side.${side}`)}
              {' · '}
              {formatNumber(statements)}
            </span>
          ))}
        </span>
      </summary>
      <div className="camps">
        {one.camps.map(camp => (
          <div key={`${camp.side} ${camp.day}`} className="camp">
            <h4 className={camp.side}>
              {camp.day
                ? say('across.camp-day', { day: formatPublished(camp.day) })
                : say(`across.side.${camp.side}`)}
            </h4>
            <ul className="across-quotes">
              {camp.lines.map(line => (
                <Quote key={line.key} line={line} />
              ))}
            </ul>
            {camp.statements > camp.lines.length && (
              <p className="hint">
                {say('across.more', { count: camp.statements - camp.lines.length })}
              </p>
            )}
          </div>
        ))}
      </div>
    </details>
  )
}
