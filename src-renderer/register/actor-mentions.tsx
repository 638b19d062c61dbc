import { useSay } from '../strings/words.ts'
import { MentionList } from './mention-list.tsx'
import type { Mentions } from './use-mentions.ts'

type Props = {
  /** Absent while they are gathered. */
  mentions: Mentions | undefined
}

/** Wherever an actor is spoken of: how often, in how many documents, and in which lines. */
export function ActorMentions({ mentions }: Props) {
  const say = useSay()
  return (
    <section className="register-mentions">
      <h3>{say('mentions.title')}</h3>
      {!mentions && <p aria-busy="true">{say('mentions.finding')}</p>}
      {mentions && (
        <>
          <p className="hint" data-testid="mention-count" data-total={mentions.total}>
            {say('mentions.count', {
              mentions: say('register.mentions', { count: mentions.total }),
              documents: say('mentions.documents', { count: mentions.documents }),
            })}
            {mentions.total > mentions.mentions.length &&
              ` · ${say('mentions.more', { count: mentions.mentions.length })}`}
          </p>
          <MentionList mentions={mentions.mentions} label={say('mentions.title')} />
        </>
      )}
    </section>
  )
}
