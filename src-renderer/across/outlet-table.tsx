import type { ReactNode } from 'react'
import type { ProfileRow } from '../../annotations/across/profile.ts'
import { useSay } from '../strings/words.ts'
import { outletName } from './names.ts'

type Column = { name: string; of(row: ProfileRow): ReactNode }
type Props = {
  rows: readonly ProfileRow[]
  columns: readonly Column[]
  open(outlet: string): void
  testid: string
}

/** A row an outlet, which opens what it published. */
export function OutletTable({ rows, columns, open, testid }: Props) {
  const say = useSay()
  return (
    <table data-testid={testid}>
      <thead>
        <tr>
          <th>{say('filter.outlet')}</th>
          {columns.map(({ name }) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.outlet}>
            <td>
              <button type="button" className="button quiet" onClick={() => open(row.outlet)}>
                <bdi>{outletName(row.outlet)}</bdi>
              </button>
            </td>
            {columns.map(({ name, of }) => (
              <td key={name}>{of(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
