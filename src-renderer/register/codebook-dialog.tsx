import { useMemo, useRef, useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { call } from '../bridge.ts'
import { newProposition } from '../state/propositions.ts'
import { putPropositions } from '../state/register.ts'
import { announce, showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { matching, treeOf } from './codebook-rows.ts'
import { FilterField } from './filter-field.tsx'
import { MissingAttributes } from './missing-attributes.tsx'
import { PropositionClaims } from './proposition-claims.tsx'
import { PropositionForm } from './proposition-form.tsx'
import { PropositionList } from './proposition-list.tsx'
import { TableExchange } from './table-exchange.tsx'
import { useClaimCounts, useClaims } from './use-claims.ts'

/** What claims come down to: the project's propositions from the top down, and the claims that point to each. */
export function CodebookDialog() {
  const say = useSay()
  const project = useSession(session => session.project?.folder ?? '')
  const propositions = useSession(session => session.propositions)
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState<string>()
  const [draft, setDraft] = useState<Proposition>()
  const [failure, setFailure] = useState<Failure>()
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLElement>(null)
  const tree = useMemo(() => treeOf(propositions), [propositions])
  const rows = useMemo(() => matching(tree, query), [tree, query])
  const stored = propositions.find(({ id }) => id === (draft?.id ?? selected))
  const counts = useClaimCounts()
  const claims = useClaims(stored?.id)
  const shown = draft ?? stored

  function select(id: string | undefined) {
    setSelected(id)
    setDraft(undefined)
  }

  async function remove() {
    if (!stored) return
    const done = await call('propositions.remove', { project, id: stored.id })
    if (!done.ok) return setFailure(done.failure)
    putPropositions([], done.value.removed)
    announce(say('codebook.removed', { code: stored.code }))
    select(undefined)
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
          read={path => call('propositions.import', { project, path, job: crypto.randomUUID() })}
          write={(out, overwrite) => call('propositions.export', { project, out, overwrite })}
        />
      }
    >
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      <MissingAttributes onTried={setFailure} />
      <div className="register">
        <section className="register-list">
          <FilterField
            label={say('codebook.filter')}
            placeholder={say('codebook.placeholder')}
            value={query}
            onChange={setQuery}
            onDown={() => {
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
            <PropositionList
              ref={list}
              rows={rows}
              selected={selected}
              counts={counts}
              onSelect={select}
              onEnter={() => pane.current?.querySelector<HTMLElement>('input')?.focus()}
            />
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
          {stored && claims && <PropositionClaims claims={claims} />}
        </section>
      </div>
    </Dialog>
  )
}
