import type { Attribute, Label, LabelScheme } from '../../model/scheme.ts'
import { flatNames } from '../exchange/flat-attributes.ts'
import { xmlAttribute } from '../exchange/xml-letters.ts'

const colours: Record<Label['colour'], string> = {
  teal: '#0f766e',
  amber: '#b45309',
  violet: '#6d28d9',
  rose: '#be123c',
  blue: '#1d4ed8',
  green: '#15803d',
  brown: '#78350f',
  grey: '#4b5563',
}

const at = (label: Label) =>
  `${xmlAttribute('whenTagName', 'label')}${xmlAttribute('whenLabelValue', label.id)}`

function control(label: Label, name: string, attribute: Attribute | undefined): string {
  const named = `${xmlAttribute('name', `${label.id}.${name}`)} toName="text" perRegion="true"${at(label)}`
  if (attribute?.type === 'number') return `  <Number${named}/>`
  const choices =
    attribute?.type === 'choice'
      ? attribute.choices.map(({ id, name }) => ({ id, hint: name.ar }))
      : attribute?.type === 'yes-no'
        ? [
            { id: 'true', hint: 'نعم' },
            { id: 'false', hint: 'لا' },
          ]
        : undefined
  if (!choices) return `  <TextArea${named} editable="true" maxSubmissions="1"/>`
  const list = choices.map(
    ({ id, hint }) => `    <Choice${xmlAttribute('value', id)}${xmlAttribute('hint', hint)}/>`,
  )
  return [`  <Choices${named} choice="single">`, ...list, '  </Choices>'].join('\n')
}

/** The labelling configuration of a scheme: its labels, relation types and what is said of each region. */
export function labelStudioConfiguration({ labels, relationTypes }: LabelScheme): string {
  const names = labels.map(
    ({ id, name, colour }) =>
      `    <Label${xmlAttribute('value', id)}${xmlAttribute('alias', id)}${xmlAttribute('background', colours[colour])}${xmlAttribute('hint', name.ar)}/>`,
  )
  const relations = relationTypes.map(({ id }) => `    <Relation${xmlAttribute('value', id)}/>`)
  const controls = labels.flatMap(label =>
    flatNames({ labels: [label], relationTypes: [] }).map(name =>
      control(
        label,
        name,
        label.attributes.find(({ id }) => id === name),
      ),
    ),
  )
  return [
    '<View>',
    '  <Labels name="label" toName="text">',
    ...names,
    '  </Labels>',
    ...(relations.length > 0 ? ['  <Relations>', ...relations, '  </Relations>'] : []),
    '  <Text name="text" value="$text" granularity="symbol"/>',
    ...controls,
    '</View>',
    '',
  ].join('\n')
}
