import { Fragment, type ReactNode } from 'react'
import { directionOf } from '../../annotations/arabic/direction.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import type { Item } from '../../annotations/review/comparison.ts'
import { valueSaid } from '../../annotations/review/saying.ts'
import { attributeWords } from '../panels/attribute-words.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Swatch } from '../ui/swatch.tsx'
import { useReview } from './review-state.ts'

/** Letters of a quote that a card shows. */
const most = 140
const shortened = (quote: string) => (quote.length > most ? `${quote.slice(0, most)}…` : quote)

/** Attributes in which the readings of an item differ. */
function differing(item: Item): Set<string> {
  const said = item.readings.flatMap(({ annotation }) => annotation ?? [])
  const names = new Set(said.flatMap(({ attributes }) => Object.keys(attributes)))
  return new Set(
    [...names].filter(
      name => new Set(said.map(({ attributes }) => valueSaid(attributes[name]))).size > 1,
    ),
  )
}

/** An annotation in a line: its words, and of what it says what others say otherwise. */
function AnnotationWords({ annotation, item }: { annotation: Annotation; item: Item }) {
  const scheme = useSession(session => session.project?.project.scheme)
  const label = scheme && labelOf(scheme, annotation.label)
  const wanted = differing(item)
  const words = attributeWords(annotation).filter(({ id }) => wanted.has(id))
  const quote = quoteOf(annotation)
  return (
    <span className="reading-words">
      <bdi className="reading-quote" dir={directionOf(quote)}>
        {shortened(quote)}
      </bdi>
      {item.kinds.includes('label') && label && (
        <span className="reading-tag">
          <Swatch label={label} /> {label.name[language()]}
        </span>
      )}
      {words.map(({ id, words }) => (
        <bdi key={id} className="reading-tag">
          {words}
        </bdi>
      ))}
    </span>
  )
}

/** What a voice says, in a line. */
export function ReadingWords({ item, voice }: { item: Item; voice: number }): ReactNode {
  const say = useSay()
  const judged = useReview(review => review.judged)
  const scheme = useSession(session => session.project?.project.scheme)
  const said = item.voices[voice]
  if (item.about === 'annotation')
    return said?.annotation ? (
      <AnnotationWords annotation={said.annotation} item={item} />
    ) : (
      <span className="reading-none">{say('review.nothing')}</span>
    )
  if (!said?.speaks) return <span className="reading-none">{say('review.cannot-say')}</span>
  if (said.links.length === 0) return <span className="reading-none">{say('review.no-links')}</span>
  const quoteIn = (group: number) => {
    const target = judged.find(one => one.item.about === 'annotation' && one.item.group === group)
    const annotation = target?.item.voices[voice]?.annotation
    return annotation ? shortened(quoteOf(annotation)) : ''
  }
  const typeName = (type: string) =>
    scheme?.relationTypes.find(({ id }) => id === type)?.name[language()] ?? type
  if (item.about === 'chain')
    return (
      <span className="chain" dir={directionOf(quoteIn(said.links[0]?.to ?? -1))}>
        {said.links.map(({ type, order, to }, at) => (
          <Fragment key={`${type} ${order} ${to}`}>
            {at > 0 && type !== 'cue' && (
              <span className="sign" aria-hidden="true">
                ›
              </span>
            )}
            <bdi className={type === 'cue' ? 'cue-word' : 'chain-source'}>{quoteIn(to)}</bdi>
          </Fragment>
        ))}
      </span>
    )
  return (
    <span className="reading-words">
      {said.links.map(({ type, to }) => (
        <span key={`${type} ${to}`}>
          {typeName(type)} <bdi className="reading-quote">{quoteIn(to)}</bdi>
        </span>
      ))}
    </span>
  )
}
