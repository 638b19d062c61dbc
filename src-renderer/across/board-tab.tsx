import { memo } from 'react'
import type { Board } from '../../annotations/across/board.ts'
import { useAcross } from '../state/across.ts'
import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'
import { BoardTable, signs } from './board-table.tsx'
import { CodedNotice } from './coded-notice.tsx'
import { Contradictions } from './contradictions.tsx'
import { NoClaims } from './no-claims.tsx'
import type { View } from './use-view.ts'
import { ViewHead } from './view-head.tsx'

const columns = ['outlet', 'actor', 'kind'] as const
const ends = ['inner', 'outer'] as const

/** What is said by whom: rows are propositions or claims of similar words, columns outlets, actors or kinds. */
export function BoardTab({ view: { value, busy } }: { view: View<Board> }) {
  const say = useSay()
  const { by, end } = useAcross(state => state.board)
  return (
    <div className="across-view" aria-busy={busy}>
      <div className="across-top">
        <ViewHead tab="board" />
        <div className="across-wishes">
          <Segments
            label={say('across.columns')}
            options={columns.map(id => ({ id, name: say(`across.columns.${id}`) }))}
            value={by}
            onChange={by => useAcross.setState({ board: { by, end }, opened: undefined })}
            testid="board-by"
          />
          <Segments
            label={say('across.end')}
            options={ends.map(id => ({ id, name: say(`across.end.${id}`) }))}
            value={end}
            onChange={end => useAcross.setState({ board: { by, end }, opened: undefined })}
            testid="board-end"
          />
        </div>
      </div>
      <CodedNotice />
      {value && <BoardFound board={value} />}
    </div>
  )
}

/** Nothing of it is made again while another is waited for. */
const BoardFound = memo(function BoardFound({ board }: { board: Board }) {
  const say = useSay()
  if (board.statements === 0) return <NoClaims />
  return (
    <>
      <Contradictions board={board} />
      <p className="hint" data-testid="board-counts">
        {say('across.board-counts', {
          statements: say('across.statements', { count: board.statements }),
          coded: board.coded,
          alone: board.alone,
        })}
        {board.allRows > board.rows.length &&
          ` ${say('across.rows-shown', { shown: board.rows.length, all: board.allRows })}`}
        {board.allColumns > board.columns.length &&
          ` ${say('across.columns-shown', { shown: board.columns.length, all: board.allColumns })}`}
      </p>
      {board.rows.length === 0 ? (
        <p className="nothing-yet">{say('across.no-rows')}</p>
      ) : (
        <>
          <ul className="plot-legend">
            {(['for', 'against', 'neutral'] as const).map(side => (
              <li key={side}>
                <span className={`cell-count ${side}`} aria-hidden="true">
                  {signs[side]}
                </span>
                {say(`across.side.${side}`)}
              </li>
            ))}
          </ul>
          <BoardTable board={board} />
        </>
      )}
    </>
  )
})
