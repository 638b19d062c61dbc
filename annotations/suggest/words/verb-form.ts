export type Stance =
  | 'asserts'
  | 'denies'
  | 'demands'
  | 'threatens'
  | 'expects'
  | 'doubts'
  | 'reports'
export type Gender = 'masculine' | 'feminine'
export type Numbered = 'singular' | 'dual' | 'plural'

/** How surely a word reports: a clause must follow, a noun will do, or a preposition must stand. */
export type Needs = 'clause' | 'noun' | 'preposition'

export type VerbEntry = {
  readonly perfect: string
  readonly stance: Stance
  readonly needs: Needs
  /** What joins verb and content where no clause does: أشار إلى، طالب بـ. */
  readonly preposition: string | undefined
  /** Of an attitude: welcomed, condemned; of what is wanted; of a question. */
  readonly mood: string | undefined
}

export type VerbForm = {
  readonly verb: VerbEntry
  readonly form: 'perfect' | 'imperfect' | 'participle' | 'noun'
  readonly gender: Gender
  readonly number: Numbered
}
