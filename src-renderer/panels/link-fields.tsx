import type { AttributeValue } from '../../annotations/model/annotation.ts'
import type { Relation } from '../../annotations/model/relation.ts'
import type { Attribute, RelationType } from '../../annotations/model/scheme.ts'
import { setLinkAttribute } from '../state/link-actions.ts'
import { formatNumber, language, say, useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import { Toggle } from '../ui/toggle.tsx'

const unset = ' unset'

/** What is said of a link, in short words. */
function linkWords({ attributes: asked = [] }: RelationType, { attributes = {} }: Relation) {
  return asked.flatMap((attribute): string[] => {
    const value = attributes[attribute.id]
    if (value === undefined || value === false) return []
    if (attribute.type === 'choice')
      return attribute.choices.flatMap(({ id, name }) => (id === value ? name[language()] : []))
    if (attribute.type === 'yes-no') return [attribute.name[language()]]
    return [typeof value === 'number' ? formatNumber(value) : String(value)]
  })
}

type Props = { type: RelationType; relation: Relation; quote: string }

/** What a link is asked: folded away until it is wanted, said in short while it is. */
export function LinkFields({ type, relation, quote }: Props) {
  const say = useSay()
  const words = linkWords(type, relation)
  if (!type.attributes || type.attributes.length === 0) return null
  return (
    <details className="link-fields">
      <summary aria-label={`${say('claim.link-details')}: ${quote} ${words.join('، ')}`}>
        {words.length > 0 ? words.join(' · ') : say('claim.link-details')}
      </summary>
      {type.attributes.map(attribute => (
        <LinkField
          key={attribute.id}
          attribute={attribute}
          value={relation.attributes?.[attribute.id]}
          onChange={value => setLinkAttribute(relation.id, attribute.id, value)}
        />
      ))}
    </details>
  )
}

type FieldProps = {
  attribute: Attribute
  value: AttributeValue | undefined
  onChange(value: AttributeValue | undefined): void
}

function LinkField({ attribute, value, onChange }: FieldProps) {
  const name = attribute.name[language()]
  if (attribute.type === 'choice')
    return (
      <Select
        label={name}
        options={[
          { id: unset, name: say('claim.unset') },
          ...attribute.choices.map(({ id, name }) => ({ id, name: name[language()] })),
        ]}
        value={typeof value === 'string' ? value : unset}
        onChange={chosen => onChange(chosen === unset ? undefined : chosen)}
        testid={`link-${attribute.id}`}
      />
    )
  if (attribute.type === 'yes-no')
    return (
      <Toggle
        isSelected={value === true}
        onChange={on => onChange(on ? true : undefined)}
        testid={`link-${attribute.id}`}
      >
        {name}
      </Toggle>
    )
  const isNumber = attribute.type === 'number'
  return (
    <label className="field">
      <span className="field-label">{name}</span>
      <input
        className="input"
        dir="auto"
        inputMode={isNumber ? 'numeric' : 'text'}
        defaultValue={value === undefined ? '' : String(value)}
        data-testid={`link-${attribute.id}`}
        onBlur={event => {
          const typed = event.target.value.trim()
          const next = isNumber ? Number(typed) : typed
          if (typed === '' || (isNumber && !Number.isFinite(next))) onChange(undefined)
          else onChange(next)
        }}
      />
    </label>
  )
}
