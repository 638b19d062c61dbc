import type { Document } from '../../annotations/model/document.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { formatInstant } from '../ui/format-date.ts'
import { encodingName } from './encodings.ts'

/** Where a document came from; none of it can be edited. */
export function DocumentFacts({ document }: { document: Document }) {
  const say = useSay()
  const { origin, length, id } = document
  return (
    <dl className="facts">
      <dt>{say('facts.file')}</dt>
      <dd>
        <bdi>{origin.file}</bdi>
      </dd>
      <dt>{say('facts.encoding')}</dt>
      <dd>
        <bdi dir="ltr">{encodingName(origin.encoding)}</bdi>
        {origin.bom && ` · ${say('facts.bom')}`}
      </dd>
      <dt>{say('facts.line-ends')}</dt>
      <dd>{say(`facts.line-ends.${origin.lineEnds}`)}</dd>
      <dt>{say('facts.length')}</dt>
      <dd>{formatNumber(length)}</dd>
      <dt>{say('facts.imported')}</dt>
      <dd>{formatInstant(origin.imported)}</dd>
      <dt>{say('facts.id')}</dt>
      <dd>
        <bdi dir="ltr">{id}</bdi>
      </dd>
    </dl>
  )
}
