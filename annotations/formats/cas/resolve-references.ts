import type { FeatureValue, Structure } from './cas.ts'

/** Features that hold ids wherever they occur; one of nothing is said to be of nothing. */
const always = new Set(['Governor', 'Dependent'])
/** Features that may join annotations: where their ids are there, they do. A text of that name stays a text. */
const joining = new Set(['source', 'target', 'first', 'next', 'elements'])
/** What a word of DKPro is joined to. */
const ofWords = new Set(['pos', 'lemma', 'stem', 'morph', 'form', 'parent'])
const isWord = (type: string) => type.endsWith('.segmentation.type.Token')

const idsOf = (text: string): number[] | undefined => {
  const parts = text.split(' ')
  return parts.every(part => /^\d+$/.test(part)) ? parts.map(Number) : undefined
}

/**
 * What of the features of an XMI are references: nothing in the file declares it. Ids that join annotations, ids that
 * all name links, and one id that names an array of either; of an array of words the words are meant.
 */
export function resolveReferences(structures: ReadonlyMap<number, Structure>): void {
  const rawOf = (feature: FeatureValue | undefined) =>
    feature?.kind === 'value' && typeof feature.value === 'string' ? feature.value : undefined
  const targetOf = ({ features }: Structure) => {
    const target = features.get('target')
    if (target?.kind === 'reference') return target.ids[0]
    return idsOf(rawOf(target) ?? '')?.[0]
  }
  const isLink = (id: number) => {
    const link = structures.get(id)
    if (!link || link.features.has('begin')) return false
    const target = targetOf(link)
    // A slot that nobody has filled has a role and leads nowhere.
    if (target === undefined) return link.features.has('role') && !link.features.has('sofa')
    return structures.has(target)
  }
  /** The ids of an array that stands apart because several features may share it. */
  const elementsOf = (id: number): number[] | undefined => {
    const array = structures.get(id)
    if (!array || !/^uima\.cas\.FSArray$|\[\]$/.test(array.type)) return undefined
    const elements = array.features.get('elements')
    return elements?.kind === 'reference' ? elements.ids : idsOf(rawOf(elements) ?? '')
  }
  const wordsOf = (id: number): string[] | undefined => {
    const array = structures.get(id)
    const elements = array?.features.get('elements')
    return array?.type === 'uima.cas.StringArray' && elements?.kind === 'values'
      ? elements.values
      : undefined
  }
  for (const { type, features } of structures.values())
    for (const [name, feature] of features) {
      const said = idsOf(rawOf(feature) ?? '')
      if (!said) continue
      const [only, ...more] = said
      const words = only !== undefined && more.length === 0 ? wordsOf(only) : undefined
      if (words) {
        features.set(name, { kind: 'values', values: words })
        continue
      }
      const elements = more.length === 0 && only !== undefined ? elementsOf(only) : undefined
      const ids = elements ?? said.flatMap(id => elementsOf(id) ?? [id])
      const mayJoin = joining.has(name) || (isWord(type) && ofWords.has(name))
      const isJoin = always.has(name) || (mayJoin && ids.every(id => structures.has(id)))
      const isLinks = ids.length > 0 && ids.every(isLink)
      const many = elements !== undefined || ids.length > 1 || isLinks || name === 'elements'
      if (isJoin || isLinks) features.set(name, { kind: 'reference', ids, ...(many && { many }) })
    }
}
