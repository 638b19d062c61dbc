import type { KeyboardEvent } from 'react'
import type { Board, BoardCell, BoardRow } from '../../annotations/across/board.ts'
import { useAcross } from '../state/across.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { kindName, nameIn, partyName, shortened, stanceName } from './names.ts'

const sides = ['for', 'against', 'neutral'] as const

const stancesOf = (cell: BoardCell) =>
  Object.entries(cell.stances)
    .map(([stance, count]) => `${stanceName(stance)} ${formatNumber(count)}`)
    .join('، ')

/** The arrows go from button to button of a table, to the nearest in the next row or column that has one. */
function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, currentTarget, key } = event
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null
  const row = cell?.parentElement
  if (!cell || !(row instanceof HTMLTableRowElement)) return
  const rtl = getComputedStyle(currentTarget).direction === 'rtl'
  const along = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[key]
  const down = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (along === undefined && down === undefined) return
  const rows = [...currentTarget.rows]
  const at = rows.indexOf(row)
  const path = along
    ? [...row.cells].filter(one => (one.cellIndex - cell.cellIndex) * along > 0)
    : rows
        .filter((_, n) => (n - at) * (down ?? 1) > 0)
        .flatMap(one => one.cells[cell.cellIndex] ?? [])
  if ((along ?? down ?? 1) < 0) path.reverse()
  const found = path.map(one => one.querySelector('button')).find(one => one !== null)
  event.preventDefault()
  found?.focus()
}

/** Rows what is said, columns who says it; every cell opens what was said. */
export function BoardTable({ board: { rows, columns, cells } }: { board: Board }) {
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
  function key(event: KeyboardEvent<HTMLTableElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const at = event.target instanceof Element ? event.target.closest('tr') : null
    const row = rows.find(({ key }) => key === at?.dataset.row)
    if (event.code !== 'KeyC' || !row || row.code !== null) return moveInTable(event)
    event.preventDefault()
    open(row)
  }
  return (
    <div className="board-scroll">
      <table className="board" data-testid="board" onKeyDown={key}>
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
                {row.code === null && (
                  <button
                    type="button"
                    className="button quiet board-offer"
                    onClick={() => open(row)}
                    data-testid="offer-coding"
                  >
                    {say('across.offer-coding', { count: row.statements })} <Keycap chord="KeyC" />
                  </button>
                )}
              </th>
              {columns.map(column => {
                const cell = cellAt.get(`${row.key}\n${column.key}`)
                const stances = cell && stancesOf(cell)
                return (
                  <td key={column.key}>
                    {cell && (
                      // Thousands of them: the page's own button, which costs nothing to make.
                      <button
                        type="button"
                        className="button quiet"
                        title={stances}
                        aria-label={`${nameIn(row.text)}، ${columnName(column)}: ${stances}`}
                        onClick={() => open(row, column)}
                        data-testid="cell"
                      >
                        <CellCounts cell={cell} />
                      </button>
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
}

/** A sign beside the number: colour alone tells nobody who does not see it. */
export const signs = { for: '+', against: '−', neutral: '○' }

function CellCounts({ cell }: { cell: BoardCell }) {
  return (
    <span className="cell-counts">
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
