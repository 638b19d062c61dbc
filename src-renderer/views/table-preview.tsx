import { useState } from 'react'
import { failureText } from '../../annotations/api/failure-text.ts'
import type { ImportPreview } from '../../annotations/api/views.ts'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { MappingDialog } from './mapping-dialog.tsx'
import { nameOf } from './path-names.ts'

export type TableFile = Extract<ImportPreview['files'][number], { kind: 'table' }>

type Props = { file: TableFile; onMapping(mapping: TableMapping): void }

/** A table of articles: how many, which column is the text, how the first begins; or that this must be said. */
export function TablePreview({ file, onMapping }: Props) {
  const say = useSay()
  const [choosing, setChoosing] = useState(false)
  const { mapping, columns, rows, bad, sample } = file
  const [first] = sample
  return (
    <td data-testid="table-preview">
      {mapping ? (
        <>
          <p className="preview-title">
            {say('table.rows', { count: rows })}
            {bad > 0 && ` · ${say('table.bad', { count: bad })}`}
          </p>
          <p className="preview-text" dir="auto">
            {first?.[mapping.text]}
          </p>
        </>
      ) : (
        <p className="refused">
          {failureText(
            {
              code: 'no-text-column',
              params: { file: nameOf(file.file), columns: columns.join(', ') },
            },
            language(),
          )}
        </p>
      )}
      <Button onPress={() => setChoosing(true)} data-testid="choose-columns">
        {say('table.choose')}
      </Button>
      {choosing && (
        <MappingDialog
          file={file}
          onClose={() => setChoosing(false)}
          onMapping={chosen => {
            setChoosing(false)
            onMapping(chosen)
          }}
        />
      )}
    </td>
  )
}
