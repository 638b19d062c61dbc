import { useRef, useState } from 'react'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import { call } from '../bridge.ts'
import { choiceName } from '../panels/attribute-words.ts'
import { nameOf } from '../state/link-actor.ts'
import { putActors } from '../state/register.ts'
import { announce, showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ActorForm } from './actor-form.tsx'
import { ActorList } from './actor-list.tsx'
import { MentionList } from './mention-list.tsx'
import { ExceptionList, RegisterHistory } from './register-side.tsx'
import { SplitForm } from './split-form.tsx'
import { TableExchange } from './table-exchange.tsx'
import { useMentions } from './use-mentions.ts'
import { useLoops, useRegister, useRows } from './use-register.ts'

const everyKind = 'every'

const emptyActor = (name: string): Actor => ({
  id: `a-${crypto.randomUUID().slice(0, 13)}`,
  name: { ar: name },
  kind: 'person',
  aliases: [],
  titles: [],
  notes: '',
  externalIds: {},
})

/** Everybody the project knows: found by any spelling, edited, merged and split, with all they are mentioned in. */
export function RegisterDialog() {
  const say = useSay()
  const stored = useSession(session => session.storedActors)
  const { project, counts, history, failure, setFailure, undo } = useRegister()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<string>(everyKind)
  const [selected, setSelected] = useState<string>()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState<Actor>()
  const [splitting, setSplitting] = useState(false)
  const rows = useRows(query, kind === everyKind ? '' : kind)
  const loops = useLoops()
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const close = () => showDialog(undefined)

  const file = stored.find(({ id }) => id === (draft?.id ?? selected))
  const shown = draft ?? file
  const mentions = useMentions(file?.id, stored)
  const target = rows.find(({ actor }) => actor.id === selected)?.actor
  const others = [...marked].filter(id => id !== selected)

  function select(id: string | undefined) {
    setSelected(id)
    setDraft(undefined)
    setSplitting(false)
  }

  function mark(id: string) {
    setMarked(now => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }

  async function merge() {
    if (project === undefined || !target || others.length === 0) return
    const done = await call('actors.merge', { project, ids: others, into: target.id })
    if (!done.ok) return setFailure(done.failure)
    putActors(done.value.actors, done.value.removed)
    setMarked(new Set())
    announce(say('register.merged', { count: others.length, name: nameOf(target) }))
  }

  async function remove() {
    if (project === undefined || !file) return
    const done = await call('actors.remove', { project, id: file.id })
    if (!done.ok) return setFailure(done.failure)
    putActors(done.value.actors, done.value.removed)
    announce(say('actor.removed', { name: nameOf(file) }))
    select(undefined)
    list.current?.focus()
  }

  return (
    <Dialog
      name="register"
      size="full"
      title={say('register.title')}
      onClose={close}
      footer={
        <>
          <Button
            isDisabled={!history?.canUndo}
            onPress={() => void undo(false)}
            data-testid="register-undo"
          >
            {say('register.undo')}
          </Button>
          <Button
            isDisabled={!history?.canRedo}
            onPress={() => void undo(true)}
            data-testid="register-redo"
          >
            {say('register.redo')}
          </Button>
          {project !== undefined && (
            <TableExchange
              name="actors"
              importing="register.import"
              exporting="register.export"
              read={path => call('actors.import', { project, path, job: crypto.randomUUID() })}
              write={(out, overwrite) => call('actors.export', { project, out, overwrite })}
            />
          )}
        </>
      }
    >
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      <div className="register">
        <section className="register-list">
          <TextField
            label={say('register.filter')}
            bare
            autoFocus
            placeholder={say('register.placeholder')}
            value={query}
            onChange={text => {
              setQuery(text)
              select(undefined)
            }}
            onKeyDown={event => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              select(target?.id ?? rows[0]?.actor.id)
              list.current?.focus()
            }}
            testid="register-filter"
          />
          <div className="register-bar">
            <Select
              label={say('register.kind')}
              bare
              options={[
                { id: everyKind, name: say('register.every-kind') },
                ...actorKinds.map(id => ({ id, name: choiceName('actor', 'kind', id) })),
              ]}
              value={kind}
              onChange={setKind}
              testid="register-kind"
            />
            <span className="hint" role="status" data-testid="register-count">
              {say('register.count', { count: rows.length })}
            </span>
            <Button
              onPress={() => {
                select(undefined)
                setDraft(emptyActor(rows.length === 0 ? query.trim() : ''))
              }}
              data-testid="register-new"
            >
              {say('register.new')}
            </Button>
          </div>
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
        <section className="register-pane" ref={pane}>
          {!shown && <p className="empty-state small">{say('register.choose')}</p>}
          {shown && splitting && file && (
            <SplitForm
              key={file.id}
              actor={file}
              mentions={mentions}
              onDone={made => select(made ?? selected)}
              onFailure={setFailure}
            />
          )}
          {shown && !splitting && (
            <>
              <ActorForm
                // A file that changed under the form is shown anew where nothing was typed yet.
                key={draft ? shown.id : JSON.stringify(shown)}
                stored={file}
                draft={shown}
                onDraft={setDraft}
                onSaved={saved => select(saved.id)}
                onSplit={() => setSplitting(true)}
                onRemove={() => void remove()}
              />
              {file && (
                <section className="register-mentions">
                  <h3>{say('mentions.title')}</h3>
                  {!mentions && <p aria-busy="true">{say('mentions.finding')}</p>}
                  {mentions && (
                    <p className="hint" data-testid="mention-count" data-total={mentions.total}>
                      {say('mentions.count', {
                        mentions: say('register.mentions', { count: mentions.total }),
                        documents: say('mentions.documents', { count: mentions.documents }),
                      })}
                      {mentions.total > mentions.mentions.length &&
                        ` · ${say('mentions.more', { count: mentions.mentions.length })}`}
                    </p>
                  )}
                  {mentions && (
                    <MentionList mentions={mentions.mentions} label={say('mentions.title')} />
                  )}
                </section>
              )}
            </>
          )}
        </section>
      </div>
    </Dialog>
  )
}
