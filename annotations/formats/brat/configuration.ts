import type { LabelScheme } from '../../model/scheme.ts'
import { flatNames } from '../exchange/flat-attributes.ts'
import { typeName } from './values.ts'

/** `annotation.conf` of a scheme: its labels, relation types and attributes. */
export function bratConfiguration({ labels, relationTypes }: LabelScheme): string {
  const entities = labels.map(({ id }) => typeName(id))
  const relations = relationTypes.map(
    ({ id, from, to }) =>
      `${typeName(id)}\tArg1:${from.map(typeName).join('|')}, Arg2:${to.map(typeName).join('|')}`,
  )
  const attributes = new Map<string, string>()
  for (const label of labels)
    for (const name of flatNames({ labels: [label], relationTypes: [] })) {
      const choice = label.attributes.find(({ id }) => id === name)
      const values =
        choice?.type === 'choice' ? `, Value:${choice.choices.map(({ id }) => id).join('|')}` : ''
      const known = attributes.get(name)
      const of = known?.slice(known.indexOf('Arg:') + 4).split(',')[0]
      attributes.set(name, `${name}\tArg:${of ? `${of}|` : ''}${typeName(label.id)}${values}`)
    }
  return [
    '[entities]',
    ...entities,
    '',
    '[relations]',
    ...relations,
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    ...attributes.values(),
    '',
  ].join('\n')
}
