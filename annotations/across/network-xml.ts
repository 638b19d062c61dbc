import type { Network } from './network.ts'

const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML 1.0 may hold it: what it may not is left out. */
export const xmlText = (text: string) =>
  text.replace(unfit, '').replace(/[&<>"]/g, sign => entities[sign] ?? sign)

type Field = { id: string; type: 'string' | 'int' | 'double' }

const nodeFields: Field[] = [
  { id: 'label', type: 'string' },
  { id: 'label_en', type: 'string' },
  { id: 'type', type: 'string' },
  { id: 'kind', type: 'string' },
  { id: 'statements', type: 'int' },
  { id: 'degree', type: 'int' },
  { id: 'strength', type: 'double' },
  { id: 'betweenness', type: 'double' },
  { id: 'community', type: 'int' },
  { id: 'x', type: 'double' },
  { id: 'y', type: 'double' },
]
const tieFields: Field[] = [
  { id: 'weight', type: 'double' },
  { id: 'side', type: 'string' },
]

type Values = Record<string, string | number>

const nodeValues = (node: Network['nodes'][number]): Values => {
  const { name, kind, key: _, ...rest } = node
  return { ...rest, label: name.ar, label_en: name.en ?? '', kind: kind ?? '' }
}

/** GraphML 1.0 (Brandes et al. 2002), as networkx, igraph, Gephi and visone read it. */
export function graphml({ nodes, ties, kind }: Network): string {
  const keys = (fields: readonly Field[], of: 'node' | 'edge') =>
    fields.map(
      ({ id, type }) =>
        `  <key id="${of}-${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>\n`,
    )
  const data = (fields: readonly Field[], of: 'node' | 'edge', values: Values) =>
    fields
      .map(
        ({ id }) => `      <data key="${of}-${id}">${xmlText(String(values[id] ?? ''))}</data>\n`,
      )
      .join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...keys(nodeFields, 'node'),
    ...keys(tieFields, 'edge'),
    `  <graph id="${kind}" edgedefault="undirected">\n`,
    ...nodes.map(
      node =>
        `    <node id="${xmlText(node.key)}">\n${data(nodeFields, 'node', nodeValues(node))}    </node>\n`,
    ),
    ...ties.map(
      ({ a, b, weight, side }, at) =>
        `    <edge id="e${at}" source="${xmlText(a)}" target="${xmlText(b)}">\n${data(tieFields, 'edge', { weight, side })}    </edge>\n`,
    ),
    '  </graph>\n</graphml>\n',
  ].join('')
}

/** GEXF 1.2, Gephi's own: networkx reads no newer one. Its `weight` is positive: the sign is in `side` and `signed`. */
export function gexf({ nodes, ties, kind }: Network): string {
  const declared = nodeFields.filter(({ id }) => !['label', 'x', 'y'].includes(id))
  const type = (field: Field) => (field.type === 'int' ? 'integer' : field.type)
  const attribute = (field: Field) =>
    `      <attribute id="${field.id}" title="${field.id}" type="${type(field)}"/>\n`
  const value = (id: string, said: string | number) =>
    `          <attvalue for="${id}" value="${xmlText(String(said))}"/>\n`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n',
    `  <meta><creator>Isnad</creator><description>${kind}</description></meta>\n`,
    '  <graph defaultedgetype="undirected" mode="static">\n',
    '    <attributes class="node">\n',
    ...declared.map(attribute),
    '    </attributes>\n    <attributes class="edge">\n',
    ...[{ id: 'side', type: 'string' } as const, { id: 'signed', type: 'double' } as const].map(
      attribute,
    ),
    '    </attributes>\n    <nodes>\n',
    ...nodes.map(node => {
      const values = nodeValues(node)
      const all = declared.map(({ id }) => value(id, values[id] ?? '')).join('')
      return `      <node id="${xmlText(node.key)}" label="${xmlText(node.name.ar)}">\n        <attvalues>\n${all}        </attvalues>\n        <viz:position x="${node.x * 1000}" y="${node.y * 1000}"/>\n      </node>\n`
    }),
    '    </nodes>\n    <edges>\n',
    ...ties.map(
      ({ a, b, weight, side }, at) =>
        `      <edge id="${at}" source="${xmlText(a)}" target="${xmlText(b)}" weight="${Math.abs(weight)}">\n        <attvalues>\n${value('side', side)}${value('signed', weight)}        </attvalues>\n      </edge>\n`,
    ),
    '    </edges>\n  </graph>\n</gexf>\n',
  ].join('')
}
