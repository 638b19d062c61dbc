import { Checkbox, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { FolderListing } from '../../annotations/api/views.ts'
import { useSay } from '../strings/words.ts'
import { Icon } from '../ui/icon.tsx'
import type { Wanted } from './browse.tsx'

type Entry = FolderListing['entries'][number]

type Props = {
  kind: Wanted
  entries: Entry[]
  reading: boolean
  /** Paths of the files chosen. */
  files: string[]
  onFiles(paths: string[]): void
  onOpen(entry: Entry): void
}

/** What is in a folder: folders are entered, files are ticked, or only seen where a folder is wanted. */
export function FolderEntries({ kind, entries, reading, files, onFiles, onOpen }: Props) {
  const say = useSay()
  const ticked = kind === 'files'
  const unavailable = kind === 'folder' ? entries.filter(entry => entry.kind === 'file') : []
  const untickable = ticked ? entries.filter(entry => entry.kind !== 'file') : unavailable
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 36 }}>
      <GridList
        className="entries"
        aria-label={say('picker.entries')}
        aria-busy={reading}
        items={entries}
        dependencies={[kind]}
        selectionMode={ticked ? 'multiple' : 'none'}
        selectionBehavior="toggle"
        disabledBehavior={ticked ? 'selection' : 'all'}
        disabledKeys={untickable.map(({ path }) => path)}
        selectedKeys={files}
        onSelectionChange={keys =>
          onFiles(
            entries
              .filter(({ path, kind }) => kind === 'file' && (keys === 'all' || keys.has(path)))
              .map(({ path }) => path),
          )
        }
        renderEmptyState={() => (
          <p className="nothing-yet">{say(reading ? 'picker.reading' : 'picker.empty')}</p>
        )}
      >
        {entry => (
          <GridListItem
            id={entry.path}
            textValue={entry.name}
            className={`entry ${entry.kind}`}
            onAction={ticked && entry.kind === 'file' ? undefined : () => onOpen(entry)}
          >
            {ticked && entry.kind === 'file' && (
              <Checkbox slot="selection" className="checkbox">
                <span className="checkbox-box">
                  <Icon name="check" />
                </span>
              </Checkbox>
            )}
            <Icon name={entry.kind} />
            <bdi className="entry-name">{entry.name}</bdi>
            {entry.kind === 'project' && <span className="mark">{say('picker.project')}</span>}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}
