import type { AnnotatedPreview } from '../../annotations/api/annotated.ts'
import { useSay } from '../strings/words.ts'
import { nameOf } from './path-names.ts'

/** The first records as they would come in: the article, and what is annotated in it. */
export function AnnotatedRecords({ preview }: { preview: AnnotatedPreview }) {
  const say = useSay()
  if (preview.records.length === 0)
    return <p className="nothing-yet">{say('annotated.no-records')}</p>
  return (
    <section className="records" data-testid="annotated-records">
      <h3 className="field-label">{say('annotated.records')}</h3>
      {preview.records.map(record => (
        <article
          key={`${record.file}:${record.line}:${record.beginning}`}
          className="record"
          data-testid="annotated-record"
        >
          <p className="record-head">
            <bdi className="record-title">{record.title}</bdi>
            <span className="mark">
              {say(record.documentId === undefined ? 'annotated.new' : 'annotated.known')}
            </span>
            <bdi className="record-file">{nameOf(record.file)}</bdi>
          </p>
          <ul className="record-annotations">
            {record.annotations.map(({ label, quote, start, end }) => (
              <li key={`${label}:${start}:${end}`}>
                <bdi className="record-label">{label}</bdi> <bdi>{quote}</bdi>
              </li>
            ))}
            {record.more > 0 && <li>{say('annotated.more', { count: record.more })}</li>}
          </ul>
        </article>
      ))}
    </section>
  )
}
