import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Browse } from './browse.tsx'
import { nameOf, parentOf } from './path-names.ts'
import type { useImportPaths } from './use-import-paths.ts'

type Props = { sources: ReturnType<typeof useImportPaths> }

/** The files and folders to import from. */
export function ImportSources({ sources }: Props) {
  const { paths, typed, written, add } = sources
  const say = useSay()
  const home = useSession(session => session.app?.home)
  const last = paths.at(-1)
  const start = last === undefined ? home : parentOf(last)
  return (
    <>
      <div className="add-source">
        <TextField
          autoFocus
          label={say('import.path')}
          value={typed}
          onChange={sources.setTyped}
          direction="ltr"
          spellCheck="false"
          testid="path"
          onKeyDown={event => {
            if (event.key !== 'Enter' || written === '') return
            event.preventDefault()
            sources.addTyped()
          }}
        />
        <Button isDisabled={written === ''} onPress={sources.addTyped} data-testid="add-path">
          {say('import.add')}
        </Button>
        <Browse kind="files" title={say('import.choose-files')} start={start} onChosen={add}>
          {say('import.files')}
        </Browse>
        <Browse kind="folder" title={say('import.choose-folder')} start={start} onChosen={add}>
          {say('import.folder')}
        </Browse>
      </div>
      {paths.length > 0 && (
        <ul className="sources" aria-label={say('import.sources')} data-testid="sources">
          {paths.map(path => (
            <li key={path} className="source">
              <bdi dir="ltr" className="source-path">
                {path}
              </bdi>
              <Button
                kind="icon"
                aria-label={say('import.remove', { name: nameOf(path) })}
                onPress={() => sources.remove(path)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
