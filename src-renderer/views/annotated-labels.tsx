import type { AnnotatedPreview } from '../../annotations/api/annotated.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import type { LabelTargets } from './use-annotated-preview.ts'

type Props = {
  title: string
  used: AnnotatedPreview['labels']
  /** What there is in the scheme to become. */
  known: readonly { id: string; name: string }[]
  chosen: LabelTargets
  onChange(chosen: LabelTargets): void
  testid: string
}

const prefix = 'to:'

/** Foreign names beside what they become; a name the scheme knows is found by itself. */
export function AnnotatedLabels({ title, used, known, chosen, onChange, testid }: Props) {
  const say = useSay()
  if (used.length === 0) return null
  const options = [
    ...known.map(({ id, name }) => ({ id: `${prefix}${id}`, name })),
    { id: 'add', name: say('annotated.add') },
    { id: 'skip', name: say('annotated.skip') },
  ]
  return (
    <table className="mapping" data-testid={testid}>
      <caption className="field-label">{title}</caption>
      <thead>
        <tr>
          <th>{say('annotated.foreign')}</th>
          <th>{say('annotated.times')}</th>
          <th>{say('annotated.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {used.map(({ name, count, becomes, isNew }) => {
          const found = isNew ? 'add' : becomes === undefined ? 'skip' : `${prefix}${becomes}`
          return (
            <tr key={name} data-testid="mapping-row">
              <td>
                <bdi>{name}</bdi>
              </td>
              <td>{formatNumber(count)}</td>
              <td>
                <Select
                  bare
                  label={say('annotated.becomes-of', { name })}
                  options={options}
                  value={found}
                  onChange={id =>
                    onChange({
                      ...chosen,
                      [name]:
                        id === 'add' || id === 'skip' ? id : { label: id.slice(prefix.length) },
                    })
                  }
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
