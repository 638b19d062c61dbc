import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { ReadLine } from '../../annotations/api/across.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { byCode } from '../../annotations/formats/register/propositions-table.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { call } from '../bridge.ts'
import { SearchBox } from '../panels/search-box.tsx'
import { useAcross } from '../state/across.ts'
import { codeAsNew, codeClaims } from '../state/code-claims.ts'
import { textOf } from '../state/propositions.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { shortened } from './names.ts'

/** Offered by number. */
const offered = 4

/** What claims like the first of these were coded as. */
function useLikely(line: ReadLine | undefined): Proposition[] {
  const project = useSession(session => session.project?.folder)
  const propositions = useSession(session => session.propositions)
  const [likely, setLikely] = useState<string[]>([])
  const where = line && JSON.stringify([line.document, line.annotator, line.claim])
  useEffect(() => {
    let current = true
    setLikely([])
    if (project === undefined || where === undefined) return
    const [documentId, annotator, claim] = JSON.parse(where) as [string, string, string]
    const asked = { project, documentId, annotator, claim, limit: offered }
    void call('propositions.similar', asked).then(found => {
      // Offered, not asked for: where it cannot be found out, there is the search.
      if (current && found.ok) setLikely(found.value.like.map(({ proposition }) => proposition))
    })
    return () => {
      current = false
    }
  }, [project, where])
  return likely.flatMap(id => propositions.find(one => one.id === id) ?? [])
}

const newOption = 'new'

/** Claims of similar words given their proposition at once: those of the annotator at work, and only where they have none. */
export function CodeClaims({ lines }: { lines: readonly ReadLine[] }) {
  const say = useSay()
  const annotator = useSession(session => session.annotator)
  const propositions = useSession(session => session.propositions)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const mine = lines.filter(line => line.annotator === annotator)
  const likely = useLikely(mine[0])
  const words = mine[0] ? shortened(mine[0].quote.replace(/^[«"“]|[»"”.]$/g, ''), 120) : ''
  const options = useMemo(
    () =>
      [...propositions]
        .sort(byCode)
        .map(one => ({ id: one.id, name: `${one.code} ${textOf(one)}`, note: one.notes })),
    [propositions],
  )
  // Who opened claims to code them has the keys at hand.
  useEffect(() => place.current?.focus(), [])
  if (mine.length === 0) return <p className="hint">{say('across.not-mine')}</p>

  async function code(how: () => ReturnType<typeof codeClaims>) {
    if (busy) return
    setBusy(true)
    const { coding, failure } = await how()
    setBusy(false)
    setFailure(failure)
    if (coding) useAcross.setState(({ turn }) => ({ coding, opened: undefined, turn: turn + 1 }))
  }
  const as = (id: string) => code(() => codeClaims(mine, id))
  const asNew = (typed: string) => code(() => codeAsNew(mine, typed))

  function key(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    const one = digit === undefined ? undefined : likely[Number(digit) - 1]
    if (one) void as(one.id)
    else if (event.code === 'KeyN') void asNew(words)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={place}
      className="across-code"
      role="group"
      tabIndex={-1}
      aria-label={say('across.code-as', { count: mine.length })}
      aria-busy={busy}
      onKeyDown={key}
      data-testid="code-claims"
    >
      <span className="across-code-title">{say('across.code-as', { count: mine.length })}</span>
      {likely.map((one, at) => (
        <button
          key={one.id}
          type="button"
          className="candidate"
          onClick={() => void as(one.id)}
          data-testid="code-likely"
        >
          <Keycap chord={`Digit${at + 1}`} />
          <bdi>{`${one.code} ${shortened(textOf(one), 90)}`}</bdi>
        </button>
      ))}
      <button
        type="button"
        className="candidate"
        onClick={() => void asNew(words)}
        data-testid="code-new"
      >
        <Keycap chord="KeyN" />
        <bdi>{say('proposition.new', { text: words })}</bdi>
      </button>
      <SearchBox
        label={say('across.choose-proposition')}
        placeholder={say('proposition.search')}
        options={options}
        newOption={typed => ({ id: newOption, name: say('proposition.new', { text: typed }) })}
        onChoose={(id, typed) => void (id === newOption ? asNew(typed) : as(id))}
      />
      <FailureNote failure={failure} />
    </div>
  )
}
