import { Fragment } from 'react'
import type { ReadLine } from '../../annotations/api/across.ts'
import { sayDate } from '../panels/date-words.ts'
import { type Opened, useAcross } from '../state/across.ts'
import { goToPlace } from '../state/go-to-place.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { CodeClaims } from './code-claims.tsx'
import { nameIn, outletName, stanceName } from './names.ts'
import { useView } from './use-view.ts'

export const readLine = ({
  document,
  start,
  end,
}: {
  document: string
  start: number
  end: number
}) => void goToPlace(document, start, end)

/** The statements behind a mark, side by side in their sentences, each with its chain and the way to its text. */
export function LinesPanel({ project, opened }: { project: string; opened: Opened }) {
  const say = useSay()
  const end = useAcross(state => state.board.end)
  const { title, filter, column, by } = opened
  const view = useView('across.lines', {
    project,
    filter,
    by,
    end,
    ...(column !== undefined && { column }),
  })
  const lines = view.value?.lines ?? []
  const isCluster = filter.subject?.startsWith('c:') ?? false
  return (
    <section className="across-lines" aria-busy={view.busy} data-testid="across-lines">
      <header className="across-lines-head">
        <h3 className="section-title">{title}</h3>
        <Button
          kind="quiet"
          onPress={() => useAcross.setState({ opened: undefined })}
          data-testid="close-lines"
        >
          {say('across.close-lines')}
        </Button>
      </header>
      <FailureNote failure={view.failure} />
      {view.value && (
        <p className="hint">{say('across.statements', { count: view.value.total })}</p>
      )}
      {isCluster && lines.length > 0 && <CodeClaims lines={lines} />}
      <ul className="across-quotes">
        {lines.map(line => (
          <Quote key={line.key} line={line} />
        ))}
      </ul>
    </section>
  )
}

type QuoteLine = Omit<ReadLine, 'before' | 'after'> & { before?: string; after?: string }

export function Quote({ line }: { line: QuoteLine }) {
  const say = useSay()
  return (
    <li className={`across-quote ${line.side}`}>
      <p className="across-words" dir="auto">
        {line.before}
        <mark>{line.quote}</mark>
        {line.after}
      </p>
      <p className="across-about">
        <span className="across-stance">{stanceName(line.stance)}</span>
        <span className="chain">
          <bdi>{outletName(line.outlet)}</bdi>
          {line.chain.map(({ key, name }) => (
            <Fragment key={key}>
              <span className="sign" aria-hidden="true">
                ›
              </span>
              <bdi>{nameIn(name)}</bdi>
            </Fragment>
          ))}
        </span>
        <bdi>{line.published ? formatPublished(line.published) : say('across.undated')}</bdi>
        {line.dates.map(date => (
          <bdi key={date.quote + date.value} className="across-when" title={sayDate(date)}>
            {date.quote}
          </bdi>
        ))}
      </p>
      <Button
        kind="quiet"
        aria-label={say('across.open-text-of', { quote: line.quote.slice(0, 60) })}
        onPress={() => readLine(line)}
        data-testid="open-text"
      >
        {say('across.open-text')}
      </Button>
    </li>
  )
}
