import { fold } from '../arabic/fold.ts'
import {
  type Bilingual,
  type Choice,
  type Label,
  type LabelScheme,
  labelOf,
} from '../model/scheme.ts'
import type { Filter } from './query.ts'
import type { QueryProblem } from './query-tokens.ts'

const same = (a: string, b: string) => fold(a.trim()).folded === fold(b.trim()).folded

/** Is something called so: by its id, or by its name in either language? */
export const isCalled = ({ id, name }: { id: string; name: Bilingual }, value: string) =>
  [id, name.ar, name.en].some(one => same(one, value))

export const isAnnotatorCalled = same

/** The stances a label has to choose from. */
export function stancesOf(label: Label | undefined): readonly Choice[] {
  const attribute = label?.attributes.find(({ id }) => id === 'stance')
  return attribute?.type === 'choice' ? attribute.choices : []
}

/** The stance that an annotation of a label was given. */
export const stanceOf = (scheme: LabelScheme, label: string, id: unknown) =>
  stancesOf(labelOf(scheme, label)).find(choice => choice.id === id)

export type KnownValues = { scheme: LabelScheme; annotators: readonly string[] }

/**
 * The first filter whose value nothing in the project is called: asked for, it would find nothing and not say why. Actors
 * and outlets are looked for by their words and may well be in no article.
 */
export function unknownValue(
  filters: readonly Filter[],
  { scheme, annotators }: KnownValues,
): QueryProblem | undefined {
  const stances = new Map(
    scheme.labels.flatMap(stancesOf).map(choice => [choice.id, choice] as const),
  )
  for (const { name, value, start, end } of filters) {
    const place = { start, end }
    if (name === 'label' && !scheme.labels.some(label => isCalled(label, value)))
      return { ...place, kind: 'unknown-label', known: scheme.labels.map(({ name }) => name) }
    if (name === 'stance' && ![...stances.values()].some(one => isCalled(one, value)))
      return { ...place, kind: 'unknown-stance', known: [...stances.values()].map(one => one.name) }
    if (name === 'annotator' && !annotators.some(one => isAnnotatorCalled(one, value)))
      return { ...place, kind: 'unknown-annotator', known: annotators.map(ar => ({ ar, en: ar })) }
  }
  return undefined
}
