import { useRef, useState } from 'react'
import { nameOf } from '../state/link-actor.ts'
import { newActor } from '../state/new-actor.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ActorList } from './actor-list.tsx'
import { ActorPane } from './actor-pane.tsx'
import { mergeActors, removeActor } from './change-register.ts'
import { FilterField } from './filter-field.tsx'
import { RegisterBar } from './register-bar.tsx'
import { ExceptionList, RegisterHistory } from './register-side.tsx'
import { RegisterSteps } from './register-steps.tsx'
import { useChosen } from './use-chosen.ts'
import { useLoops, useRegister, useRows } from './use-register.ts'

/** Everybody the project knows: found by any spelling, edited, merged and split, with all they are mentioned in. */
export function RegisterDialog() {
  const say = useSay()
  const stored = useSession(session => session.storedActors)
  const { project, counts, history, failure, setFailure, undo } = useRegister()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState('')
  const rows = useRows(query, kind)
  const loops = useLoops()
  const chosen = useChosen(stored)
  const { selected, select, marked, mark, unmark, setDraft, file } = chosen
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLElement>(null)
  const target = rows.find(({ actor }) => actor.id === selected)?.actor
  const others = [...marked].filter(id => id !== selected)

  async function merge() {
    if (project === undefined || !target || others.length === 0) return
    const failed = await mergeActors(project, others, target)
    if (failed) setFailure(failed)
    else unmark()
  }

  async function remove() {
    if (project === undefined || !file) return
    const failed = await removeActor(project, file)
    if (failed) return setFailure(failed)
    select(undefined)
    list.current?.focus()
  }

  return (
    <Dialog
      name="register"
      size="full"
      title={say('register.title')}
      onClose={() => showDialog(undefined)}
      footer={<RegisterSteps project={project} history={history} undo={undo} />}
    >
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      <div className="register">
        <section className="register-list">
          <FilterField
            label={say('register.filter')}
            placeholder={say('register.placeholder')}
            value={query}
            onChange={text => {
              setQuery(text)
              select(undefined)
            }}
            onDown={() => {
              select(target?.id ?? rows[0]?.actor.id)
              list.current?.focus()
            }}
            testid="register-filter"
          />
          <RegisterBar
            kind={kind}
            onKind={setKind}
            count={rows.length}
            onNew={() => {
              select(undefined)
              setDraft(newActor(rows.length === 0 ? query.trim() : '', 'person'))
            }}
          />
          {rows.length === 0 ? (
            <p className="hint">{say(stored.length === 0 ? 'register.empty' : 'register.none')}</p>
          ) : (
            <ActorList
              ref={list}
              rows={rows}
              selected={selected}
              marked={marked}
              counts={counts}
              loops={loops}
              onSelect={select}
              onMark={mark}
              onEnter={() => pane.current?.querySelector<HTMLElement>('input')?.focus()}
            />
          )}
          {target && others.length > 0 && (
            <Button kind="primary" onPress={() => void merge()} data-testid="register-merge">
              {say('register.merge-into', { count: others.length, name: nameOf(target) })}
            </Button>
          )}
          <RegisterHistory history={history} />
          <ExceptionList />
        </section>
        <ActorPane
          ref={pane}
          chosen={chosen}
          onRemove={() => void remove()}
          onFailure={setFailure}
        />
      </div>
    </Dialog>
  )
}
