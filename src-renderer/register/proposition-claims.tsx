import { choiceName } from '../panels/attribute-words.ts'
import { useSay } from '../strings/words.ts'
import { MentionList } from './mention-list.tsx'
import type { Claims } from './use-claims.ts'

/** The claims that come down to a proposition, each with how it stands towards it. */
export function PropositionClaims({ claims }: { claims: Claims }) {
  const say = useSay()
  return (
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
  )
}
