import { type Found, isRecord } from '../exchange/foreign.ts'
import { parseJson } from '../exchange/json.ts'
import type { FormatProblem, Source } from '../format.ts'
import type { Cas, FeatureValue, Structure } from './cas.ts'
import { fromCas } from './from-cas.ts'
import type { Type } from './types.ts'

type Item = Record<string, unknown>

/** CAS JSON 0.4: types, structures, and the one view with its members. An array is a structure of its own. */
export function writeCasJson(cas: Cas, types: readonly Type[]): string {
  const rangeOf = (range: string) =>
    range.endsWith('[]')
      ? { '%RANGE': 'uima.cas.FSArray', '%ELEMENT_TYPE': range.slice(0, -2) }
      : { '%RANGE': range }
  const declared = types.map(({ name, supertype, features }) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': supertype,
      ...Object.fromEntries(
        features.map(one => [one.name, { '%NAME': one.name, ...rangeOf(one.range) }]),
      ),
    },
  ])
  const sofa = {
    '%ID': cas.sofa,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: cas.text,
  }
  let last = cas.sofa
  for (const id of cas.structures.keys()) last = Math.max(last, id)
  const arrays: Item[] = []
  const array = (type: string, elements: unknown[]) => {
    arrays.push({ '%ID': ++last, '%TYPE': type, '%ELEMENTS': elements })
    return last
  }
  const said = (name: string, feature: FeatureValue): [string, unknown] => {
    if (feature.kind === 'value') return [name, feature.value]
    if (feature.kind === 'reference')
      return [`@${name}`, feature.many ? array('uima.cas.FSArray', feature.ids) : feature.ids[0]]
    const { values, range = words } = feature
    return [
      `@${name}`,
      array(
        range,
        values.map(word => elementOf(range, word)),
      ),
    ]
  }
  const structures = [...cas.structures].map(([id, { type, features }]) => ({
    '%ID': id,
    '%TYPE': type,
    ...(type === 'uima.tcas.DocumentAnnotation' && { '%FLAGS': ['DocumentAnnotation'] }),
    ...Object.fromEntries([...features].map(([name, feature]) => said(name, feature))),
  }))
  const file = {
    '%TYPES': Object.fromEntries(declared),
    '%FEATURE_STRUCTURES': [sofa, ...structures, ...arrays],
    '%VIEWS': {
      _InitialView: {
        '%SOFA': cas.sofa,
        '%MEMBERS': [...(cas.members ?? cas.structures.keys())],
      },
    },
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

function elementOf(range: string, word: string): string | number | boolean {
  if (range === 'uima.cas.BooleanArray') return word === 'true'
  return range === words || Number.isNaN(Number(word)) ? word : Number(word)
}

const idsIn = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).filter(id => typeof id === 'number')

type ArrayOf = { type: string; elements: unknown[] }

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function featureOf(
  name: string,
  value: unknown,
  arrays: ReadonlyMap<number, ArrayOf>,
): [string, FeatureValue] | undefined {
  if (name.startsWith('@')) {
    const array = typeof value === 'number' ? arrays.get(value) : undefined
    const plain = array && plainArray.exec(array.type)?.[1]
    if (plain !== undefined && array?.elements.every(isPlain)) {
      const range = `${plain}Array`
      const of = range === words ? {} : { range }
      return [name.slice(1), { kind: 'values', values: array.elements.map(String), ...of }]
    }
    const many = Array.isArray(value) || array !== undefined
    const ids = idsIn(value).flatMap(id => idsIn(arrays.get(id)?.elements ?? id))
    return [name.slice(1), { kind: 'reference', ids, ...(many && { many }) }]
  }
  // The draft marks begin and end as anchors; what counts them is left open, and every reader counts UTF-16.
  const plain = name.replace(/^[\^#]/, '')
  if (isPlain(value)) return [plain, { kind: 'value', value }]
  // An array may also stand where it is used.
  if (Array.isArray(value) && value.length > 0 && value.every(word => typeof word === 'string'))
    return [plain, { kind: 'values', values: value.map(String) }]
  return undefined
}

const arrayTypes = /(?:Array|List)$|\[\]$/
const words = 'uima.cas.StringArray'
/** Arrays that hold what they say; others hold ids of structures. */
const plainArray =
  /^(uima\.cas\.(?:Boolean|Byte|Short|Integer|Long|Float|Double|String))(?:Array|List|\[\])$/

function casFrom(file: Item, problems: FormatProblem[]): Cas | undefined {
  const raw = file['%FEATURE_STRUCTURES']
  // Other writers of the draft put structures under their ids.
  const listed: unknown[] = Array.isArray(raw)
    ? raw
    : isRecord(raw)
      ? Object.entries(raw).map(([id, one]) =>
          isRecord(one) ? { '%ID': Number(id), ...one } : one,
        )
      : []
  const items = listed.filter(isRecord)
  const arrays = new Map<number, ArrayOf>()
  for (const item of items) {
    const id = item['%ID']
    if (
      typeof id === 'number' &&
      Array.isArray(item['%ELEMENTS']) &&
      arrayTypes.test(String(item['%TYPE']))
    )
      arrays.set(id, { type: String(item['%TYPE']), elements: item['%ELEMENTS'] })
  }
  const structures = new Map<number, Structure>()
  const sofas = new Map<number, Item>()
  for (const item of items) {
    const [id, type] = [item['%ID'], item['%TYPE']]
    if (typeof id !== 'number' || typeof type !== 'string') {
      problems.push({ kind: 'wrong-shape', detail: JSON.stringify(item).slice(0, 120) })
      continue
    }
    if (structures.has(id)) problems.push({ kind: 'duplicate-id', element: `${id}` })
    if (type === 'uima.cas.Sofa') {
      sofas.set(id, item)
      continue
    }
    if (arrays.has(id)) continue
    const features = Object.entries(item).flatMap(([name, value]) =>
      name.startsWith('%') ? [] : [featureOf(name, value, arrays)].filter(one => one !== undefined),
    )
    structures.set(id, { type, features: new Map(features) })
  }
  const views = isRecord(file['%VIEWS']) ? file['%VIEWS'] : {}
  const view = [views._InitialView, ...Object.values(views)].find(isRecord)
  const named = typeof view?.['%SOFA'] === 'number' ? sofas.get(view['%SOFA']) : undefined
  const sofa =
    named ??
    [...sofas.values()].find(one => one.sofaID === '_InitialView') ??
    [...sofas.values()][0]
  const text = sofa?.sofaString
  if (typeof text !== 'string' || text === '') return undefined
  const own = new Map(
    [...structures].filter(([, { features }]) => {
      const of = features.get('sofa')
      return of?.kind !== 'reference' || of.ids[0] === sofa?.['%ID']
    }),
  )
  const members =
    view && Array.isArray(view['%MEMBERS']) ? new Set(idsIn(view['%MEMBERS'])) : undefined
  const described = [...own.values()].find(({ features }) => features.has('language'))
  const language = described?.features.get('language')
  return {
    text,
    sofa: typeof sofa?.['%ID'] === 'number' ? sofa['%ID'] : 1,
    structures: own,
    members,
    language: language?.kind === 'value' ? String(language.value) : undefined,
  }
}

/** A UIMA CAS in JSON. Offsets are UTF-16 units. */
export function readCasJson({ text }: Source): Found[] {
  const parsed = parseJson(text)
  if ('problem' in parsed) return [parsed]
  if (!isRecord(parsed.value))
    return [{ problem: { kind: 'wrong-shape', detail: 'not an object' } }]
  const problems: FormatProblem[] = []
  const cas = casFrom(parsed.value, problems)
  if (!cas) return [{ problem: { kind: 'no-text' } }]
  return [{ document: fromCas(cas, problems) }]
}
