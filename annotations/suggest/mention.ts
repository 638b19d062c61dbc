import type { actorKinds } from '../model/actor.ts'
import type { Gender, Numbered } from './words/verb-form.ts'

export type ActorKind = (typeof actorKinds)[number]

/** The rule a mention of an actor comes from; an accepted suggestion keeps it. */
export const actorRules = [
  'register',
  'state',
  'capital',
  'body',
  'force',
  'faction',
  'group',
  'agency',
  'outlet',
  'title-name',
  'title',
  'name',
  'surname',
  'anonymous',
  'subject',
] as const
export type ActorRule = (typeof actorRules)[number]

/** An actor named in a text: offsets into it and, for those who look at the words, token indices (half-open). */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  readonly kind: ActorKind
  readonly rule: ActorRule
  readonly gender: Gender
  readonly number: Numbered
  /** How many people of whom no name is given: أربعة مصادر. */
  readonly count?: number
  /** The register's entry. */
  readonly actor?: string
  /** The name a rule knows the actor by: "الولايات المتحدة" for "واشنطن". */
  readonly name?: string
}
