import { type Annotator, clashing } from '../../annotations/model/annotator.ts'
import { appError } from '../app-error.ts'
import type { DocumentIndex } from './document-index.ts'

/** Nobody works under a name whose folder would be taken for that of somebody who is there already. */
export function refuseClash(
  index: Pick<DocumentIndex, 'isAnnotator' | 'annotators'>,
  name: Annotator,
): void {
  const known = index.isAnnotator(name) ? undefined : clashing(name, index.annotators())
  if (known !== undefined) throw appError('annotator-clash', { name, known })
}
