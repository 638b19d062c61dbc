import type { Attributes } from '../model/annotation.ts'
import { fits } from '../model/check-annotation.ts'
import type { Relation } from '../model/relation.ts'
import { type LabelScheme, labelOf, type RelationType } from '../model/scheme.ts'
import type { FoundClaim } from './found-claim.ts'

const hedges = /(?:^|[\s«"])(?:قد|ربما|لعل|يحتمل|محتمل|من الممكن|يمكن أن|على الأرجح)(?=[\s،])/
const negations = /(?:^|[\s«"])(?:لا|لم|لن|ليس|ليست|ليسوا|غير|عدم)(?=\s)/

const modalities: Record<string, string> = {
  demand: 'demand',
  threat: 'threat',
  warning: 'warning',
  promise: 'promise',
  question: 'question',
  expectation: 'expectation',
  opinion: 'opinion',
  attitude: 'attitude',
  responsibility: 'responsibility',
}

/** What the words of a claim say of it. Older schemes call directness `voice`; what one does not know is left out. */
export function claimAttributes(claim: FoundClaim, text: string, scheme: LabelScheme): Attributes {
  const voice = labelOf(scheme, 'claim')?.attributes.find(({ id }) => id === 'voice')
  const isOld = voice?.type === 'choice' && voice.choices.some(({ id }) => id === 'direct')
  const words = claim.content.map(({ start, end }) => text.slice(start, end)).join(' ')
  const isHedged = hedges.test(words) || claim.mood === 'expectation' || claim.mood === 'opinion'
  return {
    stance: claim.stance,
    voice: isOld ? claim.directness : 'attributed',
    directness: claim.directness,
    modality: (claim.mood && modalities[claim.mood]) ?? 'fact',
    polarity: negations.test(words.slice(0, 40)) ? 'negative' : 'positive',
    certainty: isHedged ? 'possible' : 'certain',
  }
}

/** What is said of a link, as far as its type asks for it. */
export function linkAttributes(
  { attributes: asked = [] }: RelationType,
  attributes: Attributes,
): Pick<Relation, 'attributes'> {
  const kept = Object.entries(attributes).filter(([id, value]) =>
    asked.some(attribute => attribute.id === id && fits(attribute, value)),
  )
  return kept.length > 0 ? { attributes: Object.fromEntries(kept) } : {}
}
