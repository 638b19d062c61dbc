import type { Timeline } from '../../annotations/across/timeline.ts'
import { sayDate } from '../panels/date-words.ts'
import { useSay } from '../strings/words.ts'
import { readLine } from './lines-panel.tsx'
import { partyName, shortened, stanceName } from './names.ts'
import { publishedWords } from './timeline-words.ts'

/** Rows of the table; what is beyond is in the file. */
const inTable = 300

/** The marks of the timeline as rows, each with the way to its text. */
export function TimelineTable({ found }: { found: Timeline }) {
  const say = useSay()
  const laneName = new Map(found.lanes.map(lane => [lane.key, partyName(lane)]))
  return (
    <>
      <table data-testid="timeline-table">
        <thead>
          <tr>
            <th>{say('across.who')}</th>
            <th>{say('across.when')}</th>
            <th>{say('across.published')}</th>
            <th>{say('across.stance')}</th>
            <th>{say('across.claim')}</th>
          </tr>
        </thead>
        <tbody>
          {found.marks.slice(0, inTable).map(mark => (
            <tr key={`${mark.line.key} ${mark.value} ${mark.from} ${mark.to} ${mark.quote}`}>
              <td>
                <bdi>{laneName.get(mark.lane)}</bdi>
              </td>
              <td>
                <bdi>{sayDate(mark)}</bdi>
              </td>
              <td>
                <bdi>{publishedWords(mark)}</bdi>
              </td>
              <td>{stanceName(mark.line.stance)}</td>
              <td>
                <button type="button" className="button quiet" onClick={() => readLine(mark.line)}>
                  <bdi lang="ar">{shortened(mark.line.quote, 90)}</bdi>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.marks.length > inTable && (
        <p className="hint">{say('across.table-cut', { shown: inTable })}</p>
      )}
    </>
  )
}
