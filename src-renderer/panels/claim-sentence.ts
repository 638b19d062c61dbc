import { type ChainLink, claimFrom } from '../../annotations/claims/claim.ts'
import { dateOf } from '../../annotations/claims/claim-record.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { Relation } from '../../annotations/model/relation.ts'
import { useSession } from '../state/session.ts'
import { isolated, language, say } from '../strings/words.ts'
import { choiceName } from './attribute-words.ts'
import { sayDate } from './date-words.ts'

/** Letters of the content that a sentence shows. */
const shown = 160

const short = (quote: string) => (quote.length > shown ? `${quote.slice(0, shown)}…` : quote)

/** Who is meant, by the name in the register where there is one. */
function sourceName({ mention }: ChainLink): string {
  if (!mention) return say('claim.nobody')
  const { register } = useSession.getState()
  const id = mention.attributes.actor
  const actor = typeof id === 'string' ? register.get(id) : undefined
  return (language() === 'en' && actor?.name.en) || actor?.name.ar || quoteOf(mention)
}

/** A claim as a sentence in the interface's language: the chain from the outside in, the stance, the words, when. */
export function claimSentence(
  annotation: Annotation,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
): string {
  const claim = claimFrom(annotation, relations, get)
  const quote = short(quoteOf(annotation))
  const dates = claim.dates.map(({ annotation, role }) => {
    const value = dateOf(annotation)
    const date = value ? sayDate(value) : quoteOf(annotation)
    return say(role === 'utterance' ? 'claim.said-on' : 'claim.about-on', { date })
  })
  const when = dates.length > 0 ? ` (${dates.join(language() === 'ar' ? '، ' : ', ')})` : ''
  const [first, ...inner] = claim.chain
  if (!first)
    return say(claim.voice === 'author' ? 'claim.author-says' : 'claim.open-says', { quote }) + when
  // The path runs as the interface does, whatever script its names are in.
  const mark = language() === 'ar' ? '\u200f' : '\u200e'
  const chain =
    mark +
    isolated(sourceName(first)) +
    inner.map(link => say('claim.chain-join', { source: sourceName(link) })).join('')
  const stance = claim.stance ? choiceName('claim', 'stance', claim.stance) : ''
  return say('claim.says', { chain, stance, quote }) + when
}
