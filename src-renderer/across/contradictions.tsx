import { useState } from 'react'
import type { Board } from '../../annotations/across/board.ts'
import type { Camp, Contradiction } from '../../annotations/across/contradictions.ts'
import { explained } from '../../annotations/across/explain.ts'
import { formatNumber, language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { Quote } from './lines-panel.tsx'
import { nameIn, shortened } from './names.ts'

/** Shown before one asks for more. */
const few = 3

/** What cannot all be so, each with why: camps beside each other, with their words. */
export function Contradictions({ board }: { board: Board }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const { contradictions } = board
  const shown = all ? contradictions : contradictions.slice(0, few)
  return (
    <section className="contradictions" data-testid="contradictions">
      <h4 className="section-title">
        {say('across.contradictions', { count: board.allContradictions })}
      </h4>
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
  const [opened, setOpened] = useState(false)
  return (
    <details
      className="contradiction"
      data-testid="contradiction"
      data-kind={one.kind}
      onToggle={event => setOpened(event.currentTarget.open)}
    >
      <summary>
        <span className="board-mark">
          {say(one.party ? 'across.mark.same-source' : `across.mark.${one.kind}`)}
        </span>
        {one.code !== null && (
          <span className="board-code">
            <bdi>{one.code}</bdi>
          </span>
        )}
        <bdi className="contradiction-about">{shortened(nameIn(one.text), 100)}</bdi>
        <span className="camp-sizes">
          {one.camps.map(({ side, day, statements }) => (
            <span key={`${side} ${day}`} className={`cell-count ${side}`}>
              {day ? <bdi>{formatPublished(day)}</bdi> : say(`across.side.${side}`)}
              <span className="camp-size">{formatNumber(statements)}</span>
            </span>
          ))}
        </span>
        <span className="contradiction-why" data-testid="why">
          {explained(one, { language: language(), day: formatPublished })}
        </span>
      </summary>
      {/* Dozens of sentences nobody has opened are not made. */}
      {opened && (
        <div className="camps">
          {one.camps.map(camp => (
            <CampWords key={`${camp.side} ${camp.day}`} camp={camp} />
          ))}
        </div>
      )}
    </details>
  )
}

function CampWords({ camp }: { camp: Camp }) {
  const say = useSay()
  return (
    <div className="camp">
      <h5 className={camp.side}>
        {camp.day
          ? say('across.camp-day', { day: formatPublished(camp.day) })
          : say(`across.side.${camp.side}`)}
      </h5>
      <ul className="across-quotes">
        {camp.lines.map(line => (
          <Quote key={line.key} line={line} />
        ))}
      </ul>
      {camp.statements > camp.lines.length && (
        <p className="hint">{say('across.more', { count: camp.statements - camp.lines.length })}</p>
      )}
    </div>
  )
}
