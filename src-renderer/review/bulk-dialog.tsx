import { useState } from 'react'
import { labelOf } from '../../annotations/model/scheme.ts'
import { isAsked } from '../../annotations/review/judge.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Select } from '../ui/select.tsx'
import { type BulkWay, decideAll, type Scope } from './decide-all.ts'
import { useReview } from './review-state.ts'

const scopeOf = (id: string): Scope => {
  const [kind = '', ...rest] = id.split(' ')
  return kind === 'label' || kind === 'actor' ? { kind, id: rest.join(' ') } : { kind: 'shown' }
}
const wayOf = (id: string): BulkWay =>
  id.startsWith('take ')
    ? { kind: 'take', annotator: id.slice(5) }
    : { kind: id as 'majority' | 'both' | 'neither' }

/** One decision for many differences: those shown, of a label, or of an actor. */
export function BulkDialog() {
  const say = useSay()
  const [scope, setScope] = useState('shown')
  const [way, setWay] = useState('majority')
  const judged = useReview(review => review.judged)
  const annotators = useReview(review => review.open?.comparison.annotators)
  const scheme = useSession(session => session.project?.project.scheme)
  const register = useSession(session => session.actors)
  const asked = judged.filter(isAsked)
  const labels = [...new Set(asked.flatMap(({ item }) => item.labels))]
  const actors = new Set(
    asked.flatMap(({ item }) =>
      item.voices.flatMap(({ annotation }) => annotation?.attributes.actor ?? []),
    ),
  )
  const close = () => useReview.setState({ bulk: false })
  const decide = () => {
    decideAll(scopeOf(scope), wayOf(way))
    close()
  }
  return (
    <Dialog
      name="bulk"
      size="small"
      title={say('review.bulk-title')}
      onClose={close}
      onSubmit={decide}
      footer={<FormButtons autoFocus label={say('review.bulk-do')} onCancel={close} />}
    >
      <Select
        label={say('review.bulk-which')}
        value={scope}
        options={[
          { id: 'shown', name: say('review.bulk-shown') },
          ...labels.map(id => ({
            id: `label ${id}`,
            name: say('review.bulk-label', {
              name: (scheme && labelOf(scheme, id)?.name[language()]) ?? id,
            }),
          })),
          ...register
            .filter(({ id }) => actors.has(id))
            .map(({ id, name }) => ({
              id: `actor ${id}`,
              name: say('review.bulk-actor', {
                name: (language() === 'en' && name.en) || name.ar,
              }),
            })),
        ]}
        onChange={setScope}
        testid="bulk-scope"
      />
      <Select
        label={say('review.bulk-how')}
        value={way}
        options={[
          { id: 'majority', name: say('review.bulk-majority') },
          ...(annotators ?? []).map(name => ({
            id: `take ${name}`,
            name: say('review.bulk-take', { name }),
          })),
          { id: 'both', name: say('review.bulk-both') },
          { id: 'neither', name: say('review.bulk-neither') },
        ]}
        onChange={setWay}
        testid="bulk-way"
      />
      <p className="hint">{say('review.bulk-hint')}</p>
    </Dialog>
  )
}
