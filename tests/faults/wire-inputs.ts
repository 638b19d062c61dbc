import { join } from 'node:path'
import fc from 'fast-check'
import { z } from 'zod'
import { contract, type Method } from '../../annotations/api/contract.ts'
import { hostileJson } from './hostile-json.ts'
import { hostileValue } from './hostile-values.ts'

/** What a well-meant input of the small project would say under a name. */
export type Known = { sandbox: string; project: string; inbox: string; id: string }

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  $ref?: string
  $defs?: Record<string, Schema>
}

const byName = ({ project, inbox, id, sandbox }: Known): Record<string, unknown> => ({
  project,
  folder: project,
  path: project,
  paths: [inbox],
  out: join(sandbox, 'out.jsonl'),
  id,
  documentId: id,
  annotator: 'ليلى',
  annotators: ['ليلى'],
  encoding: 'auto',
  job: 'wire',
  query: 'الجلسة',
  published: '2024-09-10',
})

/** One input of the right shape, made from the schema; of alternatives the one at `choice`. */
function sampleOf(
  schema: Schema,
  root: Schema,
  known: Record<string, unknown>,
  choice: number,
  name = '',
  deep = 0,
): unknown {
  if (deep > 8) return null
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[choice % schema.enum.length]
  const inner = (one: Schema, as = name) => sampleOf(one, root, known, choice, as, deep + 1)
  if (schema.$ref) return inner(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {})
  const options = schema.anyOf ?? schema.oneOf
  if (options) return inner(options[choice % options.length] ?? {})
  if (schema.allOf) return inner(schema.allOf[0] ?? {})
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, one]) => [key, inner(one, key)]),
    )
  switch (schema.type) {
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map(one => inner(one))
        : [inner(schema.items ?? {}, '')]
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return false
    case 'object':
      return {}
    default:
      return 'x'
  }
}

/** Absolute paths stay in the sandbox: what is tried is whether a handler leaves it on its own. */
function confined(value: unknown, sandbox: string): unknown {
  if (typeof value === 'string')
    return value.startsWith('/') && !value.startsWith(sandbox) ? sandbox + value : value
  // Not with `map`, which asks the list what it is made by: hostile lists have an answer.
  if (Array.isArray(value)) return Array.from(value, one => confined(one, sandbox))
  if (typeof value !== 'object' || value === null) return value
  const copy = {}
  for (const [key, one] of Object.entries(value))
    Object.defineProperty(copy, key, {
      value: confined(one, sandbox),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  return copy
}

/** Inputs of a method that are nearly right, and some that are not at all. */
export function wireInputs(method: Method, known: Known): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[method].input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema
  const examples = [0, 1, 2, 3].map(choice => sampleOf(schema, schema, byName(known), choice))
  return fc
    .oneof(
      { weight: 6, arbitrary: hostileJson(examples) },
      { weight: 1, arbitrary: fc.constantFrom(...examples) },
      { weight: 1, arbitrary: hostileValue },
    )
    .map(value => confined(value, known.sandbox))
}
