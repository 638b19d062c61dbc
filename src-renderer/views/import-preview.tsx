import type { ImportPreview } from '../../annotations/api/views.ts'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import { useSay } from '../strings/words.ts'
import { ImportPreviewRow } from './import-preview-row.tsx'

type Props = {
  reading: boolean
  preview: ImportPreview | undefined
  encodings: Record<string, string>
  onEncoding(file: string, encoding: string): void
  onMapping(file: string, mapping: TableMapping): void
}

/** What would come in: how each file was read, and how it begins, so that a wrong encoding is seen before it is kept. */
export function ImportPreviewTable({ reading, preview, encodings, onEncoding, onMapping }: Props) {
  const say = useSay()
  if (!preview) {
    const hint = say(reading ? 'import.reading' : 'import.hint')
    return <p className="nothing-yet">{hint}</p>
  }
  if (preview.files.length === 0) return <p className="nothing-yet">{say('import.nothing')}</p>
  return (
    <>
      <table className="preview" aria-busy={reading} data-testid="import-preview">
        <thead>
          <tr>
            <th className="of-file">{say('import.file')}</th>
            <th className="of-encoding">{say('import.encoding')}</th>
            <th>{say('import.beginning')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.files.map(file => (
            <ImportPreviewRow
              key={file.file}
              file={file}
              encoding={encodings[file.file]}
              onEncoding={chosen => onEncoding(file.file, chosen)}
              onMapping={mapping => onMapping(file.file, mapping)}
            />
          ))}
        </tbody>
      </table>
      {preview.more > 0 && <p className="hint">{say('import.more', { count: preview.more })}</p>}
    </>
  )
}
