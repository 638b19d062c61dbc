import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { WriteContext } from '../format.ts'

/** Where a set's files lie: in a folder of their annotator's name, unless there is but one annotator. */
export const folderOf = ({ annotator }: AnnotationSet, { several }: WriteContext): string =>
  several ? `${annotator}/` : ''
