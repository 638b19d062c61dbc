import type { Found } from '../exchange/foreign.ts'
import { readXml, type XmlElement } from '../exchange/read-xml.ts'
import type { FormatProblem, Source } from '../format.ts'
import type { Cas, FeatureValue, Structure } from './cas.ts'
import { fromCas } from './from-cas.ts'
import { resolveReferences } from './resolve-references.ts'

const xmi = 'http://www.omg.org/XMI'

/** `http:///de/tudarmstadt/ukp/type.ecore` and `Token` are de.tudarmstadt.ukp.type.Token. */
function typeName({ uri, local }: XmlElement): string {
  const path = /^https?:\/\/\/(.*)\.ecore$/.exec(uri)?.[1] ?? ''
  if (path === '' || path === 'uima/noNamespace') return local
  return `${path.replaceAll('/', '.')}.${local}`
}

const idsIn = (text: string) =>
  text
    .split(' ')
    .filter(part => /^\d+$/.test(part))
    .map(Number)

type Reading = {
  structures: Map<number, Structure>
  sofas: Map<number, { name: string; text: string | undefined }>
  views: { sofa: number; members: number[] }[]
}

/** Every feature as it is written; what of it is a reference is known when all structures are. */
function structureOf(element: XmlElement): Structure {
  const features = new Map<string, FeatureValue>()
  for (const { uri, local, value } of Object.values(element.attributes)) {
    if (uri !== '') continue
    const isSofa = local === 'sofa'
    features.set(
      local,
      isSofa ? { kind: 'reference', ids: idsIn(value) } : { kind: 'value', value },
    )
  }
  return { type: typeName(element), features }
}

/** The view that is annotated: the initial one, or the first with a text. */
function casFrom(reading: Reading): Cas | undefined {
  const sofas = [...reading.sofas].filter(([, { text }]) => text !== undefined && text !== '')
  const [id, sofa] = sofas.find(([, { name }]) => name === '_InitialView') ?? sofas[0] ?? []
  if (id === undefined || sofa?.text === undefined) return undefined
  resolveReferences(reading.structures)
  const view = reading.views.find(({ sofa }) => sofa === id)
  const structures = new Map(
    [...reading.structures].filter(([, { features }]) => {
      const own = features.get('sofa')
      return own?.kind !== 'reference' || own.ids[0] === id
    }),
  )
  const described = [...structures.values()].find(({ features }) => features.has('language'))
  const language = described?.features.get('language')
  return {
    text: sofa.text,
    sofa: id,
    structures,
    members: view && new Set(view.members),
    language: language?.kind === 'value' ? String(language.value) : undefined,
  }
}

/** A UIMA CAS in XMI 1.0. Offsets are UTF-16 units. */
export function readXmi({ text }: Source): Found[] {
  const problems: FormatProblem[] = []
  const reading: Reading = { structures: new Map(), sofas: new Map(), views: [] }
  let depth = 0
  let open: Structure | undefined
  let item: string[] | undefined
  const problem = readXml(text, {
    open(element) {
      depth++
      if (depth === 3 && open) item = []
      if (depth !== 2) return
      const type = typeName(element)
      const id = Number(
        Object.values(element.attributes).find(({ uri, local }) => uri === xmi && local === 'id')
          ?.value,
      )
      if (type === 'uima.cas.NULL') return
      if (type === 'uima.cas.Sofa')
        reading.sofas.set(id, {
          name: element.attribute('sofaID') ?? '',
          text: element.attribute('sofaString'),
        })
      else if (type === 'uima.cas.View')
        reading.views.push({
          sofa: Number(element.attribute('sofa')),
          members: idsIn(element.attribute('members') ?? ''),
        })
      else if (Number.isInteger(id)) {
        open = structureOf(element)
        if (reading.structures.has(id)) problems.push({ kind: 'duplicate-id', element: `${id}` })
        reading.structures.set(id, open)
      }
    },
    close({ local }) {
      if (depth === 3 && open && item) {
        const known = open.features.get(local)
        const values = known?.kind === 'values' ? known.values : []
        open.features.set(local, { kind: 'values', values: [...values, item.join('')] })
        item = undefined
      }
      if (depth === 2) open = undefined
      depth--
    },
    text(said) {
      item?.push(said)
    },
  })
  if (problem) return [{ problem }]
  const cas = casFrom(reading)
  if (!cas) return [{ problem: { kind: 'no-text' } }]
  return [{ document: fromCas(cas, problems) }]
}
