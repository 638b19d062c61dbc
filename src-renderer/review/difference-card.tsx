import { memo } from 'react'
import { labelOf } from '../../annotations/model/scheme.ts'
import { isAsked, type Judged } from '../../annotations/review/judge.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { Keycap } from '../ui/keycap.tsx'
import { CardActions } from './card-actions.tsx'
import { goToItem, takeReading } from './decide.ts'
import { EditCard } from './edit-card.tsx'
import { LaneDot } from './lane-dot.tsx'
import { ReadingWords } from './reading-words.tsx'
import { useReview } from './review-state.ts'

type Props = { judged: Judged; at: number; of: number; isCurrent: boolean }

/** One difference: its kinds, what each says, what was decided and why. The current one can be decided. */
export const DifferenceCard = memo(
  function DifferenceCard({ judged, at, of, isCurrent }: Props) {
    const say = useSay()
    const scheme = useSession(session => session.project?.project.scheme)
    const editing = useReview(review => isCurrent && review.editing !== undefined)
    const { item, standing } = judged
    const labels = item.labels.map(id => scheme && labelOf(scheme, id)?.name[language()])
    const kinds = [
      ...(item.kinds.length === 0 ? [say('review.now-agreed')] : []),
      ...item.kinds.map(kind => say(`review.kind.${kind}`)),
      ...item.alike.map(kind => say('review.only', { what: say(`review.alike.${kind}`) })),
    ]
    const numberOf = (voice: number) =>
      item.readings.findIndex(({ voices }) => voices.includes(voice)) + 1
    return (
      <article
        className="difference"
        data-current={isCurrent}
        data-standing={standing}
        data-kinds={item.kinds.join(' ')}
        data-testid="difference"
        aria-current={isCurrent}
        aria-label={`${kinds.join(' · ')}: ${say('review.place', { at, of })}`}
      >
        <h2 className="difference-head">
          <button type="button" className="difference-title" onClick={() => goToItem(judged)}>
            {[...kinds, ...labels].filter(Boolean).join(' · ')}
          </button>
          <span>{say('review.place', { at, of })}</span>
        </h2>
        {item.withdrawn && <p className="hint">{say('review.withdrawn')}</p>}
        {standing === 'changed' && !item.withdrawn && (
          <p className="difference-again">{say('review.changed')}</p>
        )}
        {item.voices.map(({ annotator, speaks }, voice) => (
          <div key={annotator} className="difference-voice">
            <LaneDot name={annotator} voice={voice} />
            <span>
              <span className="visually-hidden">{annotator}: </span>
              <ReadingWords item={item} voice={voice} />
            </span>
            {speaks && isCurrent && !item.withdrawn && (
              <Button
                kind="icon"
                aria-label={say('review.take', { name: annotator })}
                onPress={() => takeReading(numberOf(voice))}
                data-testid={`take-${numberOf(voice)}`}
              >
                <Keycap chord={`Digit${numberOf(voice)}`} />
              </Button>
            )}
            {speaks && !isCurrent && (
              <span className="difference-number">{formatNumber(numberOf(voice))}</span>
            )}
          </div>
        ))}
        <Decided judged={judged} />
        {isCurrent && (editing ? <EditCard /> : <CardActions judged={judged} />)}
      </article>
    )
  },
  (a, b) =>
    a.at === b.at &&
    a.of === b.of &&
    a.isCurrent === b.isCurrent &&
    a.judged.item === b.judged.item &&
    a.judged.standing === b.judged.standing &&
    a.judged.decisions[0] === b.judged.decisions[0],
)

/** What was decided, by whom, why and when. */
function Decided({ judged }: { judged: Judged }) {
  const say = useSay()
  const [decision] = judged.decisions
  if (!decision || (isAsked(judged) && judged.standing !== 'changed')) return null
  const { way, by, reason, at, took } = decision
  const what =
    way === 'take' ? say('review.took', { name: took.join(' · ') }) : say(`review.way.${way}`)
  return (
    <p className="difference-decided" data-testid="decided" title={formatInstant(at)}>
      <span aria-hidden="true">✓ </span>
      {what}
      {by && <> · {say('review.by', { name: by })}</>}
      {reason && <> · {reason}</>}
    </p>
  )
}
