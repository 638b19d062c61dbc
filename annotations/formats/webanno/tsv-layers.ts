import { isOwnLayer, spanLayer } from '../exchange/label-feature.ts'

export type Layer = {
  kind: 'span' | 'relation' | 'chain'
  name: string
  /** Its line of the header. */
  line: string
  /** Plain features and the column of each, counted from the layer's first. */
  features: { name: string; at: number }[]
  /** Columns of roles, beside each the column of what fills it, and the layer that does. */
  slots: { name: string; at: number; target: string }[]
  /** Of relations: the column that names the governor, and what it joins. */
  base?: { name: string; at: number }
  /** Where its columns begin, and how many they are. */
  first: number
  width: number
}

/** What our own layer is called in a file that has another of its name. */
export const otherSpanLayer = `${spanLayer}2`

export const isOwn = ({ name, features }: Pick<Layer, 'name' | 'features'>) =>
  isOwnLayer(name === otherSpanLayer ? spanLayer : name, wish =>
    features.some(one => one.name === wish),
  )

const kinds = { SP: 'span', RL: 'relation', CH: 'chain' } as const

/** The layers a header declares, in the order of their columns. */
export function layersIn(header: readonly string[]): Layer[] {
  const layers: Layer[] = []
  let first = 3
  for (const line of header) {
    const match = /^#T_(SP|RL|CH)=(.*)$/.exec(line)
    if (!match) continue
    const [name = '', ...rest] = (match[2] ?? '').split('|')
    const columns = rest.filter((column, at) => column !== '' || at < rest.length - 1)
    const layer: Layer = {
      kind: kinds[match[1] as keyof typeof kinds],
      name,
      line,
      features: [],
      slots: [],
      first,
      width: Math.max(1, columns.length),
    }
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as string
      if (column.startsWith('ROLE_')) {
        const link = column.slice('ROLE_'.length)
        const name = link.slice(link.indexOf(':') + 1).split('_')[0] ?? link
        layer.slots.push({ name, at, target: columns[at + 1] ?? '' })
        at++
      } else if (column.startsWith('BT_')) layer.base = { name: column.slice('BT_'.length), at }
      else layer.features.push({ name: column, at })
    }
    layers.push(layer)
    first += layer.width
  }
  return layers
}
