import { useState } from 'react'
import type { SchemeProblem } from '../../annotations/model/check-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { useSay } from '../strings/words.ts'
import { idFrom, newLabel, type Place, replaced, withLabel, withoutLabel } from './draft.ts'
import { GeneralForm } from './general-form.tsx'
import { LabelForm } from './label-form.tsx'
import { RelationForm } from './relation-form.tsx'
import { SchemeExchange } from './scheme-exchange.tsx'
import { SchemeList } from './scheme-list.tsx'
import { partOf } from './scheme-names.ts'
import { SchemeProblems } from './scheme-problems.tsx'

type Props = {
  draft: LabelScheme
  stored: LabelScheme
  problems: readonly SchemeProblem[]
  onDraft(draft: LabelScheme): void
}

/** The parts of a scheme on one side, the one that is looked at on the other. */
export function SchemeEditor({ draft, stored, problems, onDraft }: Props) {
  const say = useSay()
  const [place, setPlace] = useState<Place>({ kind: 'label', at: 0 })
  const label = place.kind === 'label' ? draft.labels[place.at] : undefined
  const relation = place.kind === 'relation' ? draft.relationTypes[place.at] : undefined

  function addLabel() {
    const label = newLabel(draft, { ar: say('scheme.new-label'), en: 'New label' })
    onDraft({ ...draft, labels: [...draft.labels, label] })
    setPlace({ kind: 'label', at: draft.labels.length })
  }

  function addRelation() {
    const [first] = draft.labels
    if (!first) return
    const type = {
      id: idFrom('', 'relation', draft.relationTypes),
      name: { ar: say('scheme.new-relation'), en: 'New relation' },
      from: [first.id],
      to: [first.id],
      ordered: false,
    }
    onDraft({ ...draft, relationTypes: [...draft.relationTypes, type] })
    setPlace({ kind: 'relation', at: draft.relationTypes.length })
  }

  return (
    <div className="scheme-editor">
      <SchemeExchange
        draft={draft}
        onDraft={scheme => {
          onDraft(scheme)
          setPlace({ kind: 'label', at: 0 })
        }}
      />
      <SchemeProblems title={say('scheme.correct')} problems={problems} scheme={draft} />
      <div className="scheme-columns">
        <SchemeList
          draft={draft}
          place={place}
          wrong={new Set(problems.flatMap(problem => partOf(problem) ?? []))}
          onPlace={setPlace}
          onAddLabel={addLabel}
          onAddRelation={addRelation}
        />
        {label && place.kind === 'label' ? (
          <LabelForm
            key={place.at}
            draft={draft}
            stored={stored}
            label={label}
            onChange={next => onDraft(withLabel(draft, place.at, next))}
            onRemove={() => {
              onDraft(withoutLabel(draft, place.at))
              setPlace({ kind: 'label', at: 0 })
            }}
          />
        ) : relation && place.kind === 'relation' ? (
          <RelationForm
            key={place.at}
            draft={draft}
            stored={stored}
            type={relation}
            onChange={next =>
              onDraft({ ...draft, relationTypes: replaced(draft.relationTypes, place.at, next) })
            }
            onRemove={() => {
              onDraft({
                ...draft,
                relationTypes: replaced(draft.relationTypes, place.at, undefined),
              })
              setPlace({ kind: 'label', at: 0 })
            }}
          />
        ) : (
          <GeneralForm draft={draft} onChange={onDraft} />
        )}
      </div>
    </div>
  )
}
