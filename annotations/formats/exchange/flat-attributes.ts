import type { Attributes } from '../../model/annotation.ts'
import type { LabelScheme } from '../../model/scheme.ts'

export type FlatValue = string | number | boolean

/** The parts of a date value beside its TIMEX3 value. An underscore is in no attribute's name. */
const dateParts = ['type', 'mod', 'edtf', 'calendar'] as const

/** Attributes for formats whose values are words: a date is its TIMEX3 value, its other parts `name_part`. */
export function flatAttributes(attributes: Attributes): [string, FlatValue][] {
  return Object.entries(attributes).flatMap(([name, value]): [string, FlatValue][] => {
    if (typeof value !== 'object') return [[name, value]]
    const parts = dateParts.flatMap((part): [string, FlatValue][] => {
      const said = value[part]
      return said === undefined ? [] : [[`${name}_${part}`, said]]
    })
    return [[name, value.value], ...parts]
  })
}

/** Names of all the columns that annotations of a scheme may need, each with its label's id. */
export function flatNames(scheme: LabelScheme): string[] {
  const names = new Set<string>()
  for (const { attributes } of scheme.labels)
    for (const { id, type } of attributes) {
      names.add(id)
      if (type === 'date') for (const part of dateParts) names.add(`${id}_${part}`)
    }
  return [...names]
}

/** The way back: `name_type` beside `name` is a date again, whatever else is in the map. */
export function unflattened(flat: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const isPart = (name: string) => {
    const at = name.lastIndexOf('_')
    const base = name.slice(0, at)
    return (
      at > 0 &&
      dateParts.some(part => part === name.slice(at + 1)) &&
      flat.has(`${base}_type`) &&
      flat.has(base)
    )
  }
  for (const [name, value] of flat) {
    if (isPart(name)) continue
    if (!flat.has(`${name}_type`)) {
      found.set(name, value)
      continue
    }
    const date: Record<string, unknown> = { type: flat.get(`${name}_type`), value: String(value) }
    for (const part of ['mod', 'edtf', 'calendar'] as const) {
      const said = flat.get(`${name}_${part}`)
      if (said !== undefined && said !== '') date[part] = said
    }
    found.set(name, date)
  }
  return found
}
