import type { Board, BoardCell, BoardRow } from '../../annotations/across/board.ts'
import { useAcross } from '../state/across.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { Contradictions } from './contradictions.tsx'
import { kindName, nameIn, partyName, shortened, stanceName } from './names.ts'
import type { View } from './use-view.ts'

const columns = ['outlet', 'actor', 'kind'] as const
const ends = ['inner', 'outer'] as const

/** What is said by whom: rows are propositions or claims of similar words, columns outlets, actors or kinds. */
export function BoardTab({ view: { value, busy } }: { view: View<Board> }) {
  const say = useSay()
  const { by, end } = useAcross(state => state.board)
  return (
    <div className="across-view" aria-busy={busy}>
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
      {value && <BoardFound board={value} />}
    </div>
  )
}

function BoardFound({ board }: { board: Board }) {
  const say = useSay()
  if (board.statements === 0) return <p className="nothing-yet">{say('across.none')}</p>
  return (
    <>
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
      <Contradictions board={board} />
      {board.rows.length === 0 ? (
        <p className="hint">{say('across.no-rows')}</p>
      ) : (
        <BoardTable board={board} />
      )}
    </>
  )
}

const sides = ['for', 'against', 'neutral'] as const

function BoardTable({ board: { rows, columns, cells } }: { board: Board }) {
  const say = useSay()
  const { by } = useAcross(state => state.board)
  const filter = useAcross(state => state.filter)
  const cellAt = new Map(cells.map(cell => [`${cell.row}\n${cell.column}`, cell]))
  const columnName = (column: Board['columns'][number]) =>
    by === 'kind' ? kindName(column.key) : partyName(column)
  const open = (row: BoardRow, column?: Board['columns'][number]) =>
    useAcross.setState({
      opened: {
        title: column ? `${nameIn(row.text)} · ${columnName(column)}` : nameIn(row.text),
        filter: { ...filter, subject: row.key },
        column: column?.key,
        by,
      },
    })
  return (
    <div className="board-scroll">
      <table className="board" data-testid="board">
        <thead>
          <tr>
            <th scope="col">{say('across.what-is-said')}</th>
            {columns.map(column => (
              <th key={column.key} scope="col">
                <bdi title={columnName(column)}>{shortened(columnName(column), 40)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key} data-row={row.key}>
              <th scope="row">
                <button type="button" className="board-row" onClick={() => open(row)}>
                  {row.code === null ? (
                    <span className="board-uncoded">{say('across.uncoded')}</span>
                  ) : (
                    <span className="board-code">
                      <bdi>{row.code}</bdi>
                    </span>
                  )}
                  <bdi title={nameIn(row.text)}>{shortened(nameIn(row.text), 110)}</bdi>
                </button>
                {row.contradicted.map(kind => (
                  <span key={kind} className="board-mark" data-mark={kind}>
                    {say(`across.mark.${kind}`)}
                  </span>
                ))}
              </th>
              {columns.map(column => {
                const cell = cellAt.get(`${row.key}\n${column.key}`)
                return (
                  <td key={column.key}>
                    {cell && (
                      <Button
                        kind="quiet"
                        aria-label={`${nameIn(row.text)}، ${columnName(column)}: ${said(cell)}`}
                        onPress={() => open(row, column)}
                        data-testid="cell"
                      >
                        <CellCounts cell={cell} />
                      </Button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  function said(cell: BoardCell) {
    return Object.entries(cell.stances)
      .map(([stance, count]) => `${stanceName(stance)} ${formatNumber(count)}`)
      .join('، ')
  }
}

/** A sign beside the number: colour alone tells nobody who does not see it. */
const signs = { for: '+', against: '−', neutral: '○' }

function CellCounts({ cell }: { cell: BoardCell }) {
  return (
    <span
      className="cell-counts"
      title={Object.entries(cell.stances)
        .map(([stance, count]) => `${stanceName(stance)} ${formatNumber(count)}`)
        .join('، ')}
    >
      {sides
        .filter(side => cell[side] > 0)
        .map(side => (
          <span key={side} className={`cell-count ${side}`}>
            <span aria-hidden="true">{signs[side]}</span>
            {formatNumber(cell[side])}
          </span>
        ))}
    </span>
  )
}
