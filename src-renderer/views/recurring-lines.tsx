import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { RecurringReport } from '../../annotations/api/views.ts'
import { giveBackLines } from '../state/regions.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

/** Lines dimmed because they recur, each with a way back to the body. */
export function RecurringLines({ lines }: Pick<RecurringReport, 'lines'>) {
  const say = useSay()
  const [back, setBack] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<Failure>()
  const left = lines.filter(({ key }) => !back.has(key))

  async function give(keys: readonly string[]) {
    const given = await giveBackLines(keys)
    setFailure(given)
    if (!given) setBack(now => new Set([...now, ...keys]))
  }

  return (
    <section className="recurring" data-testid="recurring">
      <div className="dialog-actions">
        <h3 className="section-title">{say('recurring.lines', { count: lines.length })}</h3>
        <span className="grow" />
        {left.length > 1 && (
          <Button onPress={() => give(left.map(({ key }) => key))} data-testid="give-back-all">
            {say('recurring.give-back-all')}
          </Button>
        )}
      </div>
      <p className="hint">{say('recurring.why')}</p>
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      <ul className="recurring-list">
        {lines.map(({ key, line, outlets, documents }) => (
          <li key={key}>
            <span className="recurring-line" dir="auto" lang="ar">
              {line}
            </span>
            <span className="hint">
              {say('recurring.in', { count: documents })}
              {outlets.length > 0 && ' · '}
              <bdi>{outlets.join(' · ')}</bdi>
            </span>
            {back.has(key) ? (
              <span role="status">{say('recurring.given-back')}</span>
            ) : (
              <Button
                kind="quiet"
                aria-label={say('recurring.give-back-line', { line })}
                onPress={() => give([key])}
              >
                {say('recurring.give-back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
