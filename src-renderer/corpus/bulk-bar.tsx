import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type SetStatus, setStatuses } from '../../annotations/model/annotation-set.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { editStatus, undoBulk } from './bulk-edit.ts'
import { BulkMetadata } from './bulk-metadata.tsx'

type Props = {
  chosen: ReadonlySet<string>
  shown: number
  onAll(): void
  onClear(): void
}

const own: SetStatus[] = setStatuses.filter(
  status => status === 'in-progress' || status === 'submitted',
)

/** What can be done to many documents at once. */
export function BulkBar({ chosen, shown, onAll, onClear }: Props) {
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const [undoable, setUndoable] = useState(false)
  const none = chosen.size === 0
  return (
    <div className="bulk-bar" role="toolbar" aria-label={say('bulk.title')} data-testid="bulk">
      <span className="bulk-count">{say('bulk.chosen', { count: chosen.size })}</span>
      <Button
        kind="quiet"
        onPress={onAll}
        isDisabled={chosen.size === shown}
        data-testid="bulk-all"
      >
        {say('bulk.all')}
      </Button>
      <MenuTrigger>
        <Button kind="quiet" isDisabled={none} data-testid="bulk-status">
          {say('bulk.status')}
        </Button>
        <Popover className="popover">
          <Menu
            className="menu"
            onAction={async key => {
              const status = own.find(one => one === key)
              if (status && (await editStatus(chosen, status))) setUndoable(true)
            }}
          >
            {own.map(status => (
              <MenuItem key={status} id={status}>
                {say(`status.${status}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button
        kind="quiet"
        isDisabled={none}
        onPress={() => setEditing(true)}
        data-testid="bulk-metadata"
      >
        {say('bulk.metadata')}
      </Button>
      {undoable && (
        <Button
          kind="quiet"
          onPress={async () => {
            setUndoable(false)
            await undoBulk()
          }}
          data-testid="bulk-undo"
        >
          {say('command.undo')}
        </Button>
      )}
      <Button kind="quiet" onPress={onClear} data-testid="bulk-end">
        {say('bulk.end')}
      </Button>
      {editing && (
        <BulkMetadata
          chosen={chosen}
          onClose={done => {
            setEditing(false)
            if (done) setUndoable(true)
          }}
        />
      )}
    </div>
  )
}
