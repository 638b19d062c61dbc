import type { Link, Statement } from './statement.ts'

/** How a source is known to the reader, in four words; `own` is the outlet's own voice. */
export const sourceClasses = [
  'named',
  'institution',
  'anonymous',
  'agency',
  'other',
  'own',
] as const
export type SourceClass = (typeof sourceClasses)[number]

const classes: Readonly<Record<string, SourceClass>> = {
  'named-person': 'named',
  'titled-person': 'named',
  person: 'named',
  institution: 'institution',
  'institution-statement': 'institution',
  organisation: 'institution',
  'government-body': 'institution',
  state: 'institution',
  country: 'institution',
  'country-metonymy': 'institution',
  'armed-group': 'institution',
  group: 'institution',
  'anonymous-source': 'anonymous',
  'anonymous-close-to-named': 'anonymous',
  'anonymous-official': 'anonymous',
  'anonymous-plural': 'anonymous',
  'informed-sources': 'anonymous',
  'news-agency': 'agency',
  'agency-relay': 'agency',
  media: 'agency',
}

export const classOf = ({ kind, party }: Link): SourceClass =>
  classes[kind ?? ''] ?? classes[party.kind ?? ''] ?? 'other'

/** The class of who is said to have said it. */
export function sourceOf({ chain }: Statement): SourceClass {
  const last = chain.at(-1)
  return last ? classOf(last) : 'own'
}
