import { failureText } from '../../annotations/api/failure-text.ts'
import type { Decision, ImportPreview } from '../../annotations/api/views.ts'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import { formatPercent, language, useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import { encodingName, encodings } from './encodings.ts'
import { nameOf } from './path-names.ts'
import { TablePreview } from './table-preview.tsx'

/** Below this the decision wants a look (0 to 1). */
const doubtful = 0.8

/** Refused for how it was read; another encoding may still read it. */
const readWrong = ['undecodable', 'unknown-encoding', 'not-text']

type File = ImportPreview['files'][number]
type Props = {
  file: File
  encoding: string | undefined
  onEncoding(encoding: string): void
  onMapping(mapping: TableMapping): void
}

export function ImportPreviewRow({ file, encoding, onEncoding, onMapping }: Props) {
  const say = useSay()
  const name = nameOf(file.file)
  const choosable = file.kind !== 'rejected' || readWrong.includes(file.failure.code)
  return (
    <tr data-testid="preview-row" data-kind={file.kind}>
      <td>
        <bdi className="preview-file">{name}</bdi>
        {file.kind === 'readable' && file.duplicateOf !== undefined && (
          <span className="mark twice">{say('import.duplicate')}</span>
        )}
      </td>
      <td>
        {choosable && (
          <Select
            bare
            label={say('import.encoding-of', { name })}
            options={[
              { id: 'auto', name: say('import.auto') },
              ...encodings.map(id => ({ id, name: encodingName(id) })),
            ]}
            value={encoding ?? (file.kind === 'rejected' ? null : known(file.decision.encoding))}
            placeholder={say('import.choose-encoding')}
            onChange={onEncoding}
          />
        )}
        {file.kind !== 'rejected' && <How decision={file.decision} />}
      </td>
      {file.kind === 'readable' ? (
        <td>
          <p className="preview-title" dir="auto">
            {file.metadata.title}
          </p>
          <p className="preview-text" dir="auto">
            {file.beginning}
          </p>
        </td>
      ) : file.kind === 'table' ? (
        <TablePreview file={file} onMapping={onMapping} />
      ) : (
        <td className="refused">{failureText(file.failure, language())}</td>
      )}
    </tr>
  )
}

/** Both byte orders of UTF-16 are one choice. */
const known = (encoding: string) => (encoding.startsWith('utf-16') ? 'utf-16' : encoding)

function How({ decision: { how, confidence } }: { decision: Decision }) {
  const say = useSay()
  return (
    <span className={confidence < doubtful ? 'preview-how doubtful' : 'preview-how'}>
      {say(`import.how.${how}`)}
      {how === 'statistics' && ` · ${formatPercent(confidence)}`}
    </span>
  )
}
