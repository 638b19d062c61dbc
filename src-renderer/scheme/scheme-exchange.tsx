import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Failure } from '../../annotations/api/failures.ts'
import type { SchemeProblem } from '../../annotations/model/check-scheme.ts'
import { readySchemeIds, readySchemes } from '../../annotations/model/ready-schemes.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { call } from '../bridge.ts'
import { announce, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Browse } from '../views/browse.tsx'
import { fileNameFrom, joined, parentOf } from '../views/path-names.ts'
import { SchemeProblems } from './scheme-problems.tsx'

type Props = { draft: LabelScheme; onDraft(scheme: LabelScheme): void }

const problemsOf = ({ code, details }: Failure): SchemeProblem[] =>
  code === 'bad-scheme' && Array.isArray(details) ? details : []

/** A scheme from a file or from those that ship, and this one into a file. */
export function SchemeExchange({ draft, onDraft }: Props) {
  const say = useSay()
  const project = useSession(session => session.project)
  const [failure, setFailure] = useState<Failure>()
  /** A file that is there already, until it is agreed to write over it. */
  const [taken, setTaken] = useState<string>()
  const folder = project ? parentOf(project.folder) : ''
  const name = fileNameFrom(project?.project.title ?? '') || 'scheme'

  async function read(path: string | undefined) {
    if (path === undefined) return
    const found = await call('scheme.read-file', { path })
    setTaken(undefined)
    setFailure(found.ok ? undefined : found.failure)
    if (found.ok) onDraft(found.value)
  }

  async function write(out: string | undefined, overwrite = false) {
    if (out === undefined) return
    const written = await call('scheme.write-file', { scheme: draft, out, overwrite })
    setTaken(!written.ok && written.failure.code === 'file-exists' ? out : undefined)
    setFailure(written.ok ? undefined : written.failure)
    if (written.ok) announce(say('said.scheme-written', { file: written.value.file }))
  }

  return (
    <div className="scheme-exchange">
      <div className="dialog-actions">
        <MenuTrigger>
          <Button data-testid="ready-schemes">{say('scheme.ready')}</Button>
          <Popover className="popover">
            <Menu
              className="menu"
              onAction={key => {
                const chosen = readySchemeIds.find(id => id === key)
                if (chosen) onDraft(readySchemes[chosen].scheme)
              }}
            >
              {readySchemeIds.map(id => (
                <MenuItem key={id} id={id}>
                  {readySchemes[id].name[language()]}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
        <Browse
          kind="files"
          title={say('scheme.choose-file')}
          start={folder}
          onChosen={([path]) => read(path)}
        >
          {say('scheme.import')}
        </Browse>
        <Browse
          kind="save"
          title={say('scheme.choose-place')}
          start={joined(folder, `${name}.scheme.json`)}
          onChosen={([path]) => write(path)}
        >
          {say('scheme.export')}
        </Browse>
      </div>
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {failure && (
        <SchemeProblems title={say('scheme.file-problems')} problems={problemsOf(failure)} />
      )}
      {taken !== undefined && (
        <Button kind="danger" onPress={() => write(taken, true)} data-testid="overwrite">
          {say('export.overwrite')}
        </Button>
      )}
    </div>
  )
}
