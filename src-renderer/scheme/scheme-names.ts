import type { SchemeProblem } from '../../annotations/model/check-scheme.ts'
import type { Touch } from '../../annotations/model/migrate-scheme.ts'
import { type Bilingual, type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { language, type Say } from '../strings/words.ts'

type Named = { id: string; name: Bilingual }

const nameIn = (things: readonly Named[], id: string) =>
  things.find(thing => thing.id === id)?.name[language()] || id

/** `claim.stance.asserts` or `source` by their names in the interface's language. */
export function nameOfThing(what: string, ...schemes: LabelScheme[]): string {
  const [first, attributeId, choiceId] = what.split('.') as [string, string?, string?]
  for (const scheme of schemes) {
    const label = labelOf(scheme, first)
    if (!label && attributeId === undefined) {
      const type = scheme.relationTypes.find(({ id }) => id === first)
      if (type) return type.name[language()]
    }
    if (!label) continue
    const names = [label.name[language()] || label.id]
    const attribute = label.attributes.find(({ id }) => id === attributeId)
    if (attributeId !== undefined) names.push(nameIn(label.attributes, attributeId))
    if (choiceId !== undefined)
      names.push(nameIn(attribute?.type === 'choice' ? attribute.choices : [], choiceId))
    return names.join(' › ')
  }
  return what
}

/** Relation types and labels may share an id: a touch of a relation is named as such. */
export function nameOfTouch(
  { kind, what }: Touch,
  before: LabelScheme,
  after: LabelScheme,
): string {
  if (kind === 'relation-removed' || kind === 'relation-retyped')
    return nameIn([...before.relationTypes, ...after.relationTypes], what)
  return nameOfThing(what, before, after)
}

/** The part of a scheme that a problem is in, by id: a label or a relation type. */
export const partOf = ({ at }: SchemeProblem): string | undefined => at.split('.')[1]

/** Where a problem is, in names. */
function placeOfProblem({ at }: SchemeProblem, scheme: LabelScheme | undefined): string {
  const [list, id, , attribute] = at.split('.')
  if (id === undefined || !scheme) return at
  if (list === 'relationTypes') return nameIn(scheme.relationTypes, id)
  const path = attribute === undefined ? id : `${id}.${attribute}`
  return nameOfThing(path, scheme)
}

export function problemWords(problem: SchemeProblem, scheme: LabelScheme | undefined, say: Say) {
  const { kind, detail } = problem
  return `${placeOfProblem(problem, scheme)}: ${say(`scheme.problem.${kind}`, { detail })}`
}
