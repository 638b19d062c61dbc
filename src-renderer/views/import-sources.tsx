import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Browse } from './browse.tsx'
import { nameOf, parentOf } from './path-names.ts'

type Props = {
  paths: string[]
  typed: string
  onTyped(path: string): void
  onAdd(paths: string[]): void
  onAddTyped(): void
  onRemove(path: string): void
}

/** The files and folders to import from. */
export function ImportSources({ paths, typed, onTyped, onAdd, onAddTyped, onRemove }: Props) {
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
          onChange={onTyped}
          direction="ltr"
          spellCheck="false"
          testid="path"
          onKeyDown={event => {
            if (event.key !== 'Enter' || typed.trim() === '') return
            event.preventDefault()
            onAddTyped()
          }}
        />
        <Button isDisabled={typed.trim() === ''} onPress={onAddTyped} data-testid="add-path">
          {say('import.add')}
        </Button>
        <Browse kind="files" title={say('import.choose-files')} start={start} onChosen={onAdd}>
          {say('import.files')}
        </Browse>
        <Browse kind="folder" title={say('import.choose-folder')} start={start} onChosen={onAdd}>
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
                onPress={() => onRemove(path)}
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
