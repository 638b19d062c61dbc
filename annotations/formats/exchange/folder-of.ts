import type { AnnotationSet } from '../../model/annotation-set.ts'

/** Where a set's files lie: in a folder of their annotator's name, which is one on every system. */
export const folderOf = ({ annotator }: AnnotationSet): string => `${annotator}/`
