import type { Annotation } from '../../model/annotation.ts'
import type { Kept, KeptSet } from '../exchange/foreign.ts'
import { type FeatureValue, reference, type Structure, value } from './cas.ts'
import { layerFor } from './foreign-layers.ts'
import type { numbering } from './numbering.ts'

/** A CAS in the making, with what is known of the file that its set came from. */
export type DraftCas = {
  readonly sofa: number
  readonly structures: Map<number, Structure>
  readonly ids: ReturnType<typeof numbering>
  readonly kept: KeptSet | undefined
  /** The structure of each annotation, by its id. */
  readonly numbers: Map<string, number>
  /** Annotations that another one of their chain leads to. */
  readonly followers: Set<string>
}

export const keptAnnotation = (kept: KeptSet | undefined, id: string): Kept | undefined =>
  kept?.annotations?.[id]

export const keptRelation = (kept: KeptSet | undefined, id: string): Kept | undefined =>
  kept?.relations?.[id]

/** The layer that an annotation was of in its file, if it still can say its label. */
export const layerOf = ({ kept }: DraftCas, { id, label }: Annotation) =>
  layerFor(keptAnnotation(kept, id), label)

export const structure = (type: string, features: Record<string, FeatureValue>): Structure => ({
  type,
  features: new Map(Object.entries(features)),
})

/** Features of what lies in the text, in UTF-16 units. */
export const placed = (sofa: number, { start, end }: { start: number; end: number }) => ({
  sofa: reference(sofa),
  begin: value(start),
  end: value(end),
})

export const values = (
  said: readonly (readonly [string, string | number | boolean])[],
): Record<string, FeatureValue> => Object.fromEntries(said.map(([name, one]) => [name, value(one)]))
