import { useState } from 'react'
import {
  type TableField,
  type TableMapping,
  tableFields,
} from '../../annotations/model/table-mapping.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Select } from '../ui/select.tsx'
import { nameOf } from './path-names.ts'
import type { TableFile } from './table-preview.tsx'

type Props = { file: TableFile; onClose(): void; onMapping(mapping: TableMapping): void }

const none = ''

/** Which column of a table says what, with the first rows as they would come in. */
export function MappingDialog({ file, onClose, onMapping }: Props) {
  const say = useSay()
  const { columns, sample, mapping } = file
  const [chosen, setChosen] = useState<Partial<TableMapping>>(mapping ?? {})
  const { text } = chosen
  const shown = tableFields.filter(field => chosen[field] !== undefined)

  function choose(field: TableField, column: string) {
    const { [field]: _, ...rest } = chosen
    setChosen(column === none ? rest : { ...rest, [field]: column })
  }

  return (
    <Dialog
      name="mapping"
      size="large"
      title={say('table.title', { name: nameOf(file.file) })}
      onClose={onClose}
      onSubmit={() => text !== undefined && onMapping({ ...chosen, text })}
      footer={
        <FormButtons
          label={say('table.use')}
          isDisabled={text === undefined}
          onCancel={onClose}
          testid="use"
        />
      }
    >
      <div className="triple">
        {tableFields.map(field => (
          <Select
            key={field}
            label={say(field === 'title' ? 'table.title-column' : `table.${field}`)}
            options={[
              ...(field === 'text' ? [] : [{ id: none, name: say('table.none') }]),
              ...columns.map(name => ({ id: name, name })),
            ]}
            value={chosen[field] ?? (field === 'text' ? null : none)}
            placeholder={say('table.choose-text')}
            onChange={column => choose(field, column)}
            testid={`column-${field}`}
          />
        ))}
      </div>
      <h3 className="section-title">{say('table.sample')}</h3>
      <table className="preview" data-testid="mapping-sample">
        <thead>
          <tr>
            {shown.map(field => (
              <th key={field}>
                {say(field === 'title' ? 'table.title-column' : `table.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(row => (
            <tr key={JSON.stringify(row)}>
              {shown.map(field => (
                <td key={field}>
                  <p className="preview-text" dir="auto">
                    {row[chosen[field] ?? '']}
                  </p>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
