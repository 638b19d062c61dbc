import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { propositionAttributes } from '../../annotations/model/proposition-attributes.ts'
import { call } from '../bridge.ts'
import { choiceName } from '../panels/attribute-words.ts'
import { saveScheme } from '../scheme/change-scheme.ts'
import { flush } from '../state/autosave.ts'
import { newProposition, textOf } from '../state/propositions.ts'
import { putPropositions } from '../state/register.ts'
import { announce, showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { matching, treeOf } from './codebook-rows.ts'
import { MentionList } from './mention-list.tsx'
import { PropositionForm } from './proposition-form.tsx'
import { TableExchange } from './table-exchange.tsx'

type Claims = Output<'propositions.claims'>['claims']

/** The claims of a proposition, and how many each has. */
function useClaims(id: string | undefined) {
  const project = useSession(session => session.project?.folder)
  const [claims, setClaims] = useState<Claims>()
  const [counts, setCounts] = useState<Record<string, number>>({})
  useEffect(() => {
    if (project === undefined) return
    const ask = async () => {
      await flush()
      const used = await call('propositions.usage', { project, job: crypto.randomUUID() })
      if (used.ok) setCounts(used.value.counts)
    }
    void ask()
  }, [project])
  useEffect(() => {
    setClaims(undefined)
    if (project === undefined || id === undefined) return
    let gone = false
    const asked = { project, id, job: crypto.randomUUID() }
    void call('propositions.claims', asked).then(found => {
      if (!gone && found.ok) setClaims(found.value.claims)
    })
    return () => {
      gone = true
    }
  }, [project, id])
  return { claims, counts }
}

/** What claims come down to: the project's propositions from the top down, and the claims that point to each. */
export function CodebookDialog() {
  const say = useSay()
  const project = useSession(session => session.project)
  const propositions = useSession(session => session.propositions)
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState<string>()
  const [draft, setDraft] = useState<Proposition>()
  const [failure, setFailure] = useState<Failure>()
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const tree = useMemo(() => treeOf(propositions), [propositions])
  const rows = useMemo(() => matching(tree, query), [tree, query])
  const stored = propositions.find(({ id }) => id === (draft?.id ?? selected))
  const { claims, counts } = useClaims(stored?.id)
  const shown = draft ?? stored
  const folder = project?.folder ?? ''
  const scheme = project?.project.scheme
  const claim = scheme?.labels.find(({ id }) => id === 'claim')
  const isMissing = claim && !claim.attributes.some(({ type }) => type === 'proposition')

  function select(id: string | undefined) {
    setSelected(id)
    setDraft(undefined)
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex(({ proposition }) => proposition.id === selected)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') pane.current?.querySelector<HTMLElement>('input')?.focus()
    else if (step === 0) return
    else select(rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.proposition.id)
    event.preventDefault()
  }

  async function remove() {
    if (!stored) return
    const done = await call('propositions.remove', { project: folder, id: stored.id })
    if (!done.ok) return setFailure(done.failure)
    putPropositions([], done.value.removed)
    announce(say('codebook.removed', { code: stored.code }))
    select(undefined)
  }

  async function addAttributes() {
    if (!scheme || !claim) return
    const taken = new Set(claim.attributes.map(({ id }) => id))
    const added = propositionAttributes.filter(({ id }) => !taken.has(id))
    const labels = scheme.labels.map(label =>
      label === claim ? { ...label, attributes: [...label.attributes, ...added] } : label,
    )
    const failed = await saveScheme({
      basedOn: scheme,
      scheme: { ...scheme, labels },
      migration: { labels: {}, choices: {}, relationTypes: {} },
      job: crypto.randomUUID(),
    })
    setFailure(failed)
    if (!failed) announce(say('codebook.added-attribute'))
  }

  return (
    <Dialog
      name="codebook"
      size="full"
      title={say('codebook.title')}
      onClose={() => showDialog(undefined)}
      footer={
        <TableExchange
          name="propositions"
          importing="codebook.import"
          exporting="codebook.export"
          read={path =>
            call('propositions.import', { project: folder, path, job: crypto.randomUUID() })
          }
          write={(out, overwrite) =>
            call('propositions.export', { project: folder, out, overwrite })
          }
        />
      }
    >
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {isMissing && (
        <p className="codebook-missing">
          {say('codebook.missing')}{' '}
          <Button onPress={() => void addAttributes()} data-testid="add-proposition-attribute">
            {say('codebook.add-attribute')}
          </Button>
        </p>
      )}
      <div className="register">
        <section className="register-list">
          <TextField
            label={say('codebook.filter')}
            bare
            autoFocus
            placeholder={say('codebook.placeholder')}
            value={query}
            onChange={setQuery}
            onKeyDown={event => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              select(selected ?? rows[0]?.proposition.id)
              list.current?.focus()
            }}
            testid="codebook-filter"
          />
          <div className="register-bar">
            <Button
              onPress={() => {
                select(undefined)
                setDraft(newProposition(rows.length === 0 ? query.trim() : '', propositions))
              }}
              data-testid="codebook-new"
            >
              {say('codebook.new')}
            </Button>
          </div>
          {rows.length === 0 ? (
            <p className="hint">
              {say(propositions.length === 0 ? 'codebook.empty' : 'codebook.none')}
            </p>
          ) : (
            <div
              ref={list}
              className="actor-list"
              role="listbox"
              aria-label={say('codebook.list')}
              aria-activedescendant={selected && `proposition-${selected}`}
              tabIndex={0}
              onKeyDown={onKeyDown}
              data-testid="codebook-list"
            >
              {rows.map(({ proposition, depth }) => (
                <div
                  key={proposition.id}
                  id={`proposition-${proposition.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={proposition.id === selected}
                  className={`codebook-row ${proposition.id === selected ? 'current' : ''}`}
                  style={{ paddingInlineStart: `${12 + depth * 20}px` }}
                  data-proposition={proposition.id}
                  onClick={() => select(proposition.id)}
                  onKeyDown={() => {}}
                >
                  <bdi className="code" dir="ltr">
                    {proposition.code}
                  </bdi>
                  <bdi>{textOf(proposition)}</bdi>
                  <span className="number">
                    {say('plain', { value: counts[proposition.id] ?? 0 })}
                  </span>
                </div>
              ))}
            </div>
          )}
        </section>
        <section className="register-pane" ref={pane}>
          {!shown && <p className="empty-state small">{say('codebook.choose')}</p>}
          {shown && (
            <PropositionForm
              key={draft ? shown.id : JSON.stringify(shown)}
              stored={stored}
              draft={shown}
              onDraft={setDraft}
              onSaved={select}
              onRemove={() => void remove()}
            />
          )}
          {stored && claims && (
            <section className="register-mentions">
              <h3>{say('codebook.claims')}</h3>
              <p className="hint" data-testid="claim-count" data-total={claims.length}>
                {claims.length === 0
                  ? say('codebook.no-claims')
                  : say('codebook.count', { count: claims.length })}
              </p>
              <MentionList
                mentions={claims}
                label={say('codebook.claims')}
                before={line => {
                  const towards = claims.find(one => one === line)?.towards
                  return towards === undefined ? null : (
                    <span className="tag claim">{choiceName('claim', 'towards', towards)}</span>
                  )
                }}
              />
            </section>
          )}
        </section>
      </div>
    </Dialog>
  )
}
