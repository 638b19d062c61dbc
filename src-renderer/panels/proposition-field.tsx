import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Likeness } from '../../annotations/api/codebook.ts'
import { byCode } from '../../annotations/formats/register/propositions-table.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { newProposition, textOf } from '../state/propositions.ts'
import { saveProposition } from '../state/register.ts'
import { useSession } from '../state/session.ts'
import { type Say, useSay } from '../strings/words.ts'
import { type Option, SearchBox } from './search-box.tsx'

type Props = {
  title: ReactNode
  name: string
  annotation: Annotation
  value: string | undefined
  onChange: (value: string) => void
}

const newOption = 'new'

/** Why a proposition is offered, in words. */
function reasonsOf(like: Likeness, say: Say): string {
  const { words, actors, dates, claim } = like
  const listed = (list: readonly string[]) => list.slice(0, 4).join('، ')
  return [
    ...(words.length > 0 ? [say('proposition.words', { list: listed(words) })] : []),
    ...(actors.length > 0 ? [say('proposition.actors', { list: listed(actors) })] : []),
    ...(dates.length > 0 ? [say('proposition.dates', { list: listed(dates) })] : []),
    claim
      ? say('proposition.like', { quote: claim.quote.slice(0, 60) })
      : say('proposition.own-text'),
  ].join(' · ')
}

/** What claims like this one were coded as, asked for once it is on the disk. */
function useSimilar(annotation: Annotation, wanted: boolean): Likeness[] {
  const [like, setLike] = useState<Likeness[]>([])
  const propositions = useSession(session => session.propositions)
  const { id } = annotation
  const quote = quoteOf(annotation)
  useEffect(() => {
    let gone = false
    setLike([])
    if (!wanted || propositions.length === 0 || quote === '') return
    const ask = async () => {
      const { open } = useEditor.getState()
      if (!open || !(await flush())) return
      const { project, document, set } = open
      const asked = { project, documentId: document.id, annotator: set.annotator, claim: id }
      const found = await call('propositions.similar', { ...asked, limit: 4 })
      // Offered, not asked for: where it cannot be found out, there is the search.
      if (!gone && found.ok) setLike(found.value.like)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [id, quote, wanted, propositions])
  return like
}

/** Which proposition of the codebook a claim points to. */
export function PropositionField({ title, name, annotation, value, onChange }: Props) {
  const say = useSay()
  const propositions = useSession(session => session.propositions)
  const chosen = propositions.find(({ id }) => id === value)
  const like = useSimilar(annotation, chosen === undefined)
  const options = useMemo(
    () =>
      [...propositions]
        .sort(byCode)
        .map(
          (one): Option => ({ id: one.id, name: `${one.code} ${textOf(one)}`, note: one.notes }),
        ),
    [propositions],
  )

  async function choose(id: string, typed: string) {
    if (id !== newOption) return onChange(id)
    const made = newProposition(typed, propositions)
    if (await saveProposition(made)) onChange(made.id)
  }

  return (
    <div className="field" data-attribute="proposition">
      {title}
      {value !== undefined && (
        <bdi className="chosen">{chosen ? `${chosen.code} ${textOf(chosen)}` : value}</bdi>
      )}
      {like.length > 0 && (
        <div className="candidates" role="group" aria-label={say('proposition.similar')}>
          <span className="candidates-title">{say('proposition.similar')}</span>
          {like.map(one => {
            const proposition = propositions.find(({ id }) => id === one.proposition)
            if (!proposition) return null
            return (
              <button
                key={one.proposition}
                type="button"
                className="candidate"
                data-candidate={one.proposition}
                onClick={() => onChange(one.proposition)}
              >
                <bdi>{`${proposition.code} ${textOf(proposition)}`}</bdi>
                <bdi className="option-note">{reasonsOf(one, say)}</bdi>
              </button>
            )
          })}
        </div>
      )}
      <SearchBox
        label={name}
        placeholder={say('proposition.search')}
        options={options}
        newOption={typed => ({ id: newOption, name: say('proposition.new', { text: typed }) })}
        onChoose={(id, typed) => void choose(id, typed)}
      />
    </div>
  )
}
