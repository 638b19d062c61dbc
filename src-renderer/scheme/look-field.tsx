import { Label as FieldLabel, Radio, RadioGroup } from 'react-aria-components'
import { colours, type Label, underlines } from '../../annotations/model/scheme.ts'
import { useSay } from '../strings/words.ts'
import { Swatch } from '../ui/swatch.tsx'
import { Toggle } from '../ui/toggle.tsx'

type Props = { label: Label; onChange(patch: Partial<Label>): void }

/** Colour, ground and line: a label is told apart by more than its colour. */
export function LookField({ label, onChange }: Props) {
  const say = useSay()
  const { colour, underline } = label
  return (
    <div className="scheme-look">
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={colour}
        onChange={id => onChange({ colour: colours.find(one => one === id) ?? colour })}
      >
        <FieldLabel className="field-label">{say('scheme.colour')}</FieldLabel>
        <div className="swatch-row">
          {colours.map(id => (
            <Radio
              key={id}
              value={id}
              className="swatch-choice"
              aria-label={say(`colour.${id}`)}
              data-colour={id}
            >
              <Swatch label={{ ...label, colour: id, fill: true, underline: 'solid' }} />
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={underline}
        onChange={id => onChange({ underline: underlines.find(one => one === id) ?? underline })}
      >
        <FieldLabel className="field-label">{say('scheme.line')}</FieldLabel>
        <div className="swatch-row">
          {underlines.map(id => (
            <Radio key={id} value={id} className="swatch-choice" aria-label={say(`line.${id}`)}>
              <span
                className={`line-specimen specimen-mark ${colour} ${id}`}
                lang="ar"
                aria-hidden="true"
              >
                قول
              </span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Toggle isSelected={label.fill} onChange={fill => onChange({ fill })}>
        {say('scheme.fill')}
      </Toggle>
      <p className="scheme-specimen" lang="ar" dir="rtl" aria-hidden="true">
        قال{' '}
        <span className={`specimen-mark ${colour} ${underline} ${label.fill ? 'fill' : ''}`}>
          الوزير
        </span>{' '}
        إنّ
      </p>
    </div>
  )
}
