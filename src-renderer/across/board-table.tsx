import {
  type KeyboardEvent,
  memo,
  startTransition,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { Board, BoardCell, BoardRow } from '../../annotations/across/board.ts'
import { type Across, useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { isolated, kindName, nameIn, partyName, shortened, stanceName } from './names.ts'

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

/** Cells drawn at first, and rows with each coming near the last of them. */
const cellsAtFirst = 200
const more = 40

type Column = Board['columns'][number]
type By = Across['board']['by']

const columnName = (column: Column, by: By) =>
  by === 'kind' ? kindName(column.key) : partyName(column)

function byRow(cells: readonly BoardCell[]): Map<string, BoardCell[]> {
  const rows = new Map<string, BoardCell[]>()
  for (const cell of cells) {
    const known = rows.get(cell.row)
    if (known) known.push(cell)
    else rows.set(cell.row, [cell])
  }
  return rows
}

function open(row: BoardRow, by: By, column?: Column): void {
  const { filter } = useAcross.getState()
  useAcross.setState({
    opened: {
      title: [nameIn(row.text), ...(column ? [columnName(column, by)] : [])]
        .map(isolated)
        .join(' · '),
      filter: { ...filter, subject: row.key },
      column: column?.key,
      by,
    },
  })
}

/** Rows what is said, columns who says it; every cell opens what was said. Rows are drawn as far as one has come. */
export function BoardTable({ board }: { board: Board }) {
  const { rows, columns, cells } = board
  const say = useSay()
  const { by } = useAcross(state => state.board)
  const spoken = useSession(session => session.settings)
  const words = JSON.stringify([spoken.language, spoken.numerals])
  // The first cell of a row has the room and the cost of two more.
  const atFirst = Math.ceil(cellsAtFirst / (columns.length + 2))
  const [drawn, setDrawn] = useState({ board, count: atFirst })
  const count = drawn.board === board ? drawn.count : atFirst
  const cellsOf = useMemo(() => byRow(cells), [cells])
  const draw = (count: number) => setDrawn({ board, count })
  function key(event: KeyboardEvent<HTMLTableElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const at = event.target instanceof Element ? event.target.closest('tr') : null
    const index = rows.findIndex(({ key }) => key === at?.dataset.row)
    const row = rows[index]
    if (event.code === 'KeyC' && row?.code === null) {
      event.preventDefault()
      return open(row, by)
    }
    // The next row with such a cell may be any of those that are not drawn.
    if (event.key === 'ArrowDown' && index >= count - 2) flushSync(() => draw(rows.length))
    moveInTable(event)
  }
  return (
    <div className="board-scroll">
      <table className="board" data-testid="board" aria-rowcount={rows.length + 1} onKeyDown={key}>
        <thead>
          <tr>
            <th scope="col">{say('across.what-is-said')}</th>
            {columns.map(column => (
              <th key={column.key} scope="col">
                <bdi title={columnName(column, by)}>{shortened(columnName(column, by), 40)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row, at) => (
            <Row
              key={row.key}
              at={at}
              row={row}
              columns={columns}
              cells={cellsOf.get(row.key)}
              by={by}
              words={words}
            />
          ))}
        </tbody>
      </table>
      {count < rows.length && <Rest from={count} onNear={() => draw(count + more)} />}
    </div>
  )
}

/** The foot of what is drawn: whoever comes near it by scrolling, or to it by keyboard, is given more. */
function Rest({ from, onNear }: { from: number; onNear(): void }) {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const near = useRef(onNear)
  near.current = onNear
  useEffect(() => {
    const foot = place.current
    if (!foot || from < 0) return
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) startTransition(() => near.current())
      },
      { root: foot.closest('.dialog-body'), rootMargin: '400px 0px' },
    )
    watcher.observe(foot)
    return () => watcher.disconnect()
  }, [from])
  return (
    <div ref={place} className="board-rest">
      <button type="button" className="button quiet" onClick={onNear} data-testid="more-rows">
        {say('across.more-rows')}
      </button>
    </div>
  )
}

type RowProps = {
  at: number
  row: BoardRow
  columns: readonly Column[]
  cells: readonly BoardCell[] | undefined
  by: By
  /** Language and numerals: a row is made again where they change. */
  words: string
}

const Row = memo(function Row({ at, row, columns, cells = [], by }: RowProps) {
  const say = useSay()
  return (
    <tr data-row={row.key} aria-rowindex={at + 2}>
      <th scope="row">
        <button type="button" className="board-row" onClick={() => open(row, by)}>
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
            onClick={() => open(row, by)}
            data-testid="offer-coding"
          >
            {say('across.offer-coding', { count: row.statements })} <Keycap chord="KeyC" />
          </button>
        )}
      </th>
      {columns.map(column => {
        const cell = cells.find(one => one.column === column.key)
        const stances = cell && stancesOf(cell)
        return (
          <td key={column.key}>
            {cell && (
              // Thousands of them: the page's own button, which costs nothing to make.
              <button
                type="button"
                className="button quiet"
                title={stances}
                aria-label={`${isolated(nameIn(row.text))} · ${isolated(columnName(column, by))}: ${stances}`}
                onClick={() => open(row, by, column)}
                data-testid="cell"
              >
                <CellCounts cell={cell} />
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
})

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
