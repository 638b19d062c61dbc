import type { Output } from '../../annotations/api/contract.ts'
import { removeException } from '../state/register.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { formatInstant } from '../ui/format-date.ts'

/** What was done to the register, the last first. */
export function RegisterHistory({ history }: { history: Output<'actors.history'> | undefined }) {
  const say = useSay()
  const steps = history?.steps ?? []
  return (
    <details className="register-more" data-testid="register-history">
      <summary>{say('register.history')}</summary>
      {steps.length === 0 && <p className="hint">{say('register.no-history')}</p>}
      <ol>
        {steps.slice(0, 30).map(({ id, at, kind, names, undone }) => (
          <li key={id} data-undone={undone}>
            <span>{say(`register.step.${kind}`)}</span> <bdi>{names.join('، ')}</bdi>{' '}
            <small>
              {formatInstant(at)}
              {undone && ` · ${say('register.taken-back')}`}
            </small>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Strings of which no suggestion is made; each can be allowed again. */
export function ExceptionList() {
  const say = useSay()
  const exceptions = useSession(session => session.exceptions)
  return (
    <details className="register-more" data-testid="exceptions">
      <summary>
        {say('exceptions.title')}{' '}
        <span className="number">{say('plain', { value: exceptions.length })}</span>
      </summary>
      <p className="hint">{say(exceptions.length === 0 ? 'exceptions.none' : 'exceptions.why')}</p>
      <ul className="word-chips">
        {exceptions.map(text => (
          <li key={text}>
            <bdi>{text}</bdi>
            <button
              type="button"
              aria-label={say('exceptions.drop', { text })}
              onClick={() => void removeException(text)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
