import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { TableReport } from '../../annotations/api/register.ts'
import type { Result } from '../../annotations/api/result.ts'
import { announce, useSession } from '../state/session.ts'
import { type Key, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Browse } from '../views/browse.tsx'
import { fileNameFrom, joined, parentOf } from '../views/path-names.ts'

type Props = {
  /** Of the file to write, without the project's name. */
  name: string
  importing: Key
  exporting: Key
  read(path: string): Promise<Result<TableReport>>
  write(out: string, overwrite: boolean): Promise<Result<{ file: string; count: number }>>
}

/** A table in and out; what could not be read of it is said with its line. */
export function TableExchange({ name, importing, exporting, read, write }: Props) {
  const say = useSay()
  const project = useSession(session => session.project)
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<TableReport>()
  const [taken, setTaken] = useState<string>()
  const [written, setWritten] = useState<{ file: string; count: number }>()
  const folder = project ? parentOf(project.folder) : ''
  const title = fileNameFrom(project?.project.title ?? '') || 'isnad'

  async function take(path: string | undefined) {
    if (path === undefined) return
    setWritten(undefined)
    const done = await read(path)
    setFailure(done.ok ? undefined : done.failure)
    setReport(done.ok ? done.value : undefined)
    if (done.ok) {
      const { added, changed, same } = done.value
      announce(say('table.report', { added, changed, same }))
    }
  }

  async function put(out: string | undefined, overwrite = false) {
    if (out === undefined) return
    setReport(undefined)
    const done = await write(out, overwrite)
    setTaken(!done.ok && done.failure.code === 'file-exists' ? out : undefined)
    setFailure(done.ok ? undefined : done.failure)
    setWritten(done.ok ? done.value : undefined)
    if (done.ok) announce(say('table.exported', done.value))
  }

  return (
    <div className="table-exchange">
      <div className="dialog-actions">
        <Browse
          kind="files"
          title={say(importing)}
          start={folder}
          testid="table-import"
          onChosen={([path]) => take(path)}
        >
          {say(importing)}
        </Browse>
        <Browse
          kind="save"
          title={say(exporting)}
          start={joined(folder, `${title}.${name}.csv`)}
          testid="table-export"
          onChosen={([path]) => put(path)}
        >
          {say(exporting)}
        </Browse>
      </div>
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {taken !== undefined && (
        <Button kind="danger" onPress={() => put(taken, true)} data-testid="overwrite">
          {say('export.overwrite')}
        </Button>
      )}
      {written && <p role="status">{say('table.exported', written)}</p>}
      {report && (
        <div data-testid="table-report">
          <p role="status">
            {say('table.report', {
              added: report.added,
              changed: report.changed,
              same: report.same,
            })}
          </p>
          {report.ignored.length > 0 && (
            <p className="hint">{say('table.ignored', { columns: report.ignored.join('، ') })}</p>
          )}
          <ul className="table-problems">
            {report.problems.slice(0, 100).map(({ file, line, kind, detail }) => (
              <li key={`${line} ${kind} ${detail}`}>
                {say('table.problem', { file, line, what: say(`table.${kind}`, { detail }) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
