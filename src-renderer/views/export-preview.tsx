import type { ExportPreview } from '../../annotations/api/views.ts'
import { useSay } from '../strings/words.ts'
import { Icon } from '../ui/icon.tsx'
import { LossList } from './loss-list.tsx'

/** What would be lost, and how the files begin, before anything is written. */
export function ExportPreviewPanel({ preview }: { preview: ExportPreview | undefined }) {
  const say = useSay()
  if (!preview) return <p className="hint">{say('export.looking')}</p>
  const lost = Object.keys(preview.losses).length > 0
  return (
    <div className="export-preview" data-testid="export-preview">
      <div className={lost ? 'loss-note' : 'loss-note whole'} role="status">
        <p className="loss-title">
          <Icon name={lost ? 'warning' : 'check'} />
          {say(lost ? 'export.losses' : 'export.lossless')}
        </p>
        {lost && <LossList losses={preview.losses} />}
      </div>
      <h3 className="field-label">{say('export.begins')}</h3>
      {preview.files.map(({ file, beginning }) => (
        <figure key={file} className="file-beginning">
          <figcaption>
            {file === '' ? say('export.main-file') : <bdi dir="ltr">{file}</bdi>}
          </figcaption>
          {/* What scrolls is reached by keyboard. */}
          <textarea
            className="beginning"
            readOnly
            rows={Math.min(8, beginning.split('\n').length + 1)}
            dir="auto"
            aria-label={file === '' ? say('export.main-file') : file}
            value={beginning}
          />
        </figure>
      ))}
    </div>
  )
}
