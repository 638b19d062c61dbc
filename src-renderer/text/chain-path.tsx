import { Fragment } from 'react'
import { directionOf } from '../../annotations/arabic/direction.ts'
import type { ClaimSource } from '../../annotations/claims/claim-record.ts'
import { useSay } from '../strings/words.ts'

/** A chain of sources as a path, the outermost first, each with the cue that introduces it. */
export function ChainPath({ sources }: { sources: ClaimSource[] }) {
  const say = useSay()
  if (sources.length === 0) return <span className="chain empty">{say('notes.no-source')}</span>
  return (
    <span className="chain" dir={directionOf(sources[0]?.quote ?? '')}>
      {sources.map(({ order, quote, cue }, at) => (
        <Fragment key={order}>
          {at > 0 && (
            <span className="sign" aria-hidden="true">
              ›
            </span>
          )}
          <bdi className="chain-source">{quote}</bdi>
          {cue && <bdi className="cue-word">{cue}</bdi>}
        </Fragment>
      ))}
    </span>
  )
}
