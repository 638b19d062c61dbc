import { xmlAttribute, xmlText } from '../exchange/xml-letters.ts'
import type { Cas, FeatureValue } from './cas.ts'
import type { Type } from './types.ts'

/** `webanno.custom.Span` is Span of `http:///webanno/custom.ecore`; what has no package is of none of UIMA's. */
function named(type: string) {
  const at = type.lastIndexOf('.')
  const path = at === -1 ? 'uima.noNamespace' : type.slice(0, at)
  return { path, uri: `http:///${path.replaceAll('.', '/')}.ecore`, local: type.slice(at + 1) }
}

/** The last part of a package, with a number where another package ends so too. */
function prefixes() {
  const byPath = new Map<string, string>()
  const taken = new Set(['xmi', 'cas'])
  return (path: string) => {
    const known = byPath.get(path)
    if (known !== undefined) return known
    const base = path.slice(path.lastIndexOf('.') + 1)
    let prefix = base
    for (let n = 2; taken.has(prefix); n++) prefix = `${base}${n}`
    taken.add(prefix)
    byPath.set(path, prefix)
    return prefix
  }
}

type Said = Exclude<FeatureValue, { kind: 'values' }>

const said = (feature: Said): string =>
  feature.kind === 'value' ? String(feature.value) : feature.ids.join(' ')

/** XMI 1.0. The text is an attribute: its line ends are written as character references. */
export function writeXmi(cas: Cas): string {
  const spaces = new Map([
    ['xmi', 'http://www.omg.org/XMI'],
    ['cas', 'http:///uima/cas.ecore'],
  ])
  const elements: string[] = []
  const prefixOf = prefixes()
  for (const [id, { type, features }] of cas.structures) {
    const { path, uri, local } = named(type)
    const prefix = prefixOf(path)
    spaces.set(prefix, uri)
    // Lists of words are elements: a word may hold a space.
    const parts = [...features].map(([name, feature]) =>
      feature.kind === 'values'
        ? { attribute: '', inside: feature.values.map(one => `<${name}>${xmlText(one)}</${name}>`) }
        : { attribute: xmlAttribute(name, said(feature)), inside: [] },
    )
    const inside = parts.flatMap(part => part.inside).join('')
    const open = `  <${prefix}:${local} xmi:id="${id}"${parts.map(part => part.attribute).join('')}`
    elements.push(inside === '' ? `${open}/>` : `${open}>${inside}</${prefix}:${local}>`)
  }
  const declared = [...spaces].map(([prefix, uri]) => xmlAttribute(`xmlns:${prefix}`, uri)).join('')
  const sofa = `sofaNum="1" sofaID="_InitialView" mimeType="text"${xmlAttribute('sofaString', cas.text)}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI${declared} xmi:version="2.0">`,
    '  <cas:NULL xmi:id="0"/>',
    ...elements,
    `  <cas:Sofa xmi:id="${cas.sofa}" ${sofa}/>`,
    `  <cas:View sofa="${cas.sofa}" members="${[...(cas.members ?? cas.structures.keys())].join(' ')}"/>`,
    '</xmi:XMI>',
    '',
  ].join('\n')
}

/** `TypeSystem.xml`: what has to be known to read the XMI. */
export function writeTypeSystem(types: readonly Type[]): string {
  const feature = ({ name, range }: Type['features'][number]) =>
    [
      '        <featureDescription>',
      `          <name>${xmlText(name)}</name>`,
      '          <description/>',
      ...(range.endsWith('[]')
        ? [
            '          <rangeTypeName>uima.cas.FSArray</rangeTypeName>',
            `          <elementType>${xmlText(range.slice(0, -2))}</elementType>`,
          ]
        : [`          <rangeTypeName>${xmlText(range)}</rangeTypeName>`]),
      '        </featureDescription>',
    ].join('\n')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '  <types>',
    ...types.flatMap(({ name, supertype, features }) => [
      '    <typeDescription>',
      `      <name>${xmlText(name)}</name>`,
      '      <description/>',
      `      <supertypeName>${xmlText(supertype)}</supertypeName>`,
      '      <features>',
      ...features.map(feature),
      '      </features>',
      '    </typeDescription>',
    ]),
    '  </types>',
    '</typeSystemDescription>',
    '',
  ].join('\n')
}
