import type { Attribute, Label, LabelScheme } from '../../annotations/model/scheme.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { AttributeForm } from './attribute-form.tsx'
import { idFrom, moved, newAttribute, possibleParents, replaced } from './draft.ts'
import { ExamplesField } from './examples-field.tsx'
import { GuidelineField } from './guideline-field.tsx'
import { KeysField } from './keys-field.tsx'
import { LookField } from './look-field.tsx'
import { NamesField } from './names-field.tsx'

type Props = {
  draft: LabelScheme
  /** The project's scheme as it is. */
  stored: LabelScheme
  label: Label
  onChange(label: Label): void
  onRemove(): void
}

const none = ''

/** A label whole: how it is called, looks, is pressed, what is asked of it, and when to use it. */
export function LabelForm({ draft, stored, label, onChange, onRemove }: Props) {
  const say = useSay()
  const known = labelOf(stored, label.id)
  const others = draft.labels.filter(other => other !== label)
  const change = (patch: Partial<Label>) => onChange({ ...label, ...patch })
  const { attributes, examples = [] } = label

  function rename(name: Label['name']) {
    // Files name a label by its id: it follows the name until one can hold it.
    const id = known ? label.id : idFrom(name.en, 'label', others)
    onChange({ ...label, id, name })
  }

  function changeAttribute(at: number, next: Attribute) {
    const kept = known?.attributes.some(({ id }) => id === attributes[at]?.id)
    const rest = attributes.filter((_, place) => place !== at)
    const id = kept ? next.id : idFrom(next.name.en, 'attribute', rest)
    change({ attributes: replaced(attributes, at, { ...next, id }) })
  }

  return (
    <div className="scheme-form" data-testid="label-form" data-label={label.id}>
      <div className="scheme-form-head">
        <h3>{label.name[language()] || label.id}</h3>
        <bdi dir="ltr" className="hint">
          {label.id}
        </bdi>
        <span className="grow" />
        <Button
          kind="danger"
          isDisabled={draft.labels.length === 1}
          onPress={onRemove}
          data-testid="remove-label"
        >
          {say('scheme.remove-label')}
        </Button>
      </div>
      <NamesField name={label.name} onChange={rename} testid="label-name" />
      <LookField label={label} onChange={change} />
      <div className="pair">
        <KeysField
          keys={label.keys}
          others={others.flatMap(({ keys }) => keys)}
          onChange={keys => change({ keys })}
        />
        <Select
          label={say('scheme.parent')}
          options={[
            { id: none, name: say('scheme.no-parent') },
            ...possibleParents(draft, label).map(({ id, name }) => ({
              id,
              name: name[language()],
            })),
          ]}
          value={label.parent ?? none}
          onChange={id => {
            const { parent: _, ...rest } = label
            onChange(id === none ? rest : { ...rest, parent: id })
          }}
        />
      </div>
      <section className="scheme-part">
        <h4 className="section-title">{say('scheme.attributes')}</h4>
        {attributes.map((attribute, at) => (
          <AttributeForm
            key={known?.attributes.some(({ id }) => id === attribute.id) ? attribute.id : at}
            attribute={attribute}
            stored={known?.attributes.find(({ id }) => id === attribute.id)}
            others={attributes.filter(other => other !== attribute)}
            isFirst={at === 0}
            onChange={next => changeAttribute(at, next)}
            onMoveUp={() => change({ attributes: moved(attributes, at, -1) })}
            onRemove={() => change({ attributes: replaced(attributes, at, undefined) })}
          />
        ))}
        <Button
          kind="quiet"
          onPress={() =>
            change({
              attributes: [
                ...attributes,
                newAttribute(attributes, {
                  ar: say('scheme.new-attribute'),
                  en: 'New attribute',
                }),
              ],
            })
          }
          data-testid="add-attribute"
        >
          {say('scheme.add-attribute')}
        </Button>
      </section>
      <GuidelineField
        key={label.id}
        guideline={label.guideline}
        onChange={guideline => {
          const { guideline: _, ...rest } = label
          onChange(guideline ? { ...rest, guideline } : rest)
        }}
      />
      <ExamplesField
        examples={examples}
        onChange={examples => {
          const { examples: _, ...rest } = label
          onChange(examples.length > 0 ? { ...rest, examples } : rest)
        }}
      />
    </div>
  )
}
