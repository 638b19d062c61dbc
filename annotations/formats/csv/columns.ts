import type { LabelScheme } from '../../model/scheme.ts'
import { flatNames } from '../exchange/flat-attributes.ts'

/** Columns of the table of annotations, before those of the attributes. A row is a part of an annotation. */
const annotationColumns = [
  'document_id',
  'title',
  'outlet',
  'author',
  'url',
  'published',
  'annotator',
  'annotation_id',
  'part',
  'parts',
  'label',
  'start',
  'end',
  'quote',
] as const

/** Attribute columns are told from the others by their beginning. */
export const attributePrefix = 'attribute:'

export const headerOf = (scheme: LabelScheme): string[] => [
  ...annotationColumns,
  ...flatNames(scheme).map(name => `${attributePrefix}${name}`),
  'offset_unit',
]

export const relationColumns = ['document_id', 'annotator', 'type', 'from', 'to', 'order'] as const

export const claimColumns = [
  'document_id',
  'title',
  'outlet',
  'published',
  'annotator',
  'claim_id',
  'claim',
  'stance',
  'proposition',
  'source_order',
  'source',
  'source_actor',
  'source_name',
  'source_kind',
  'cue',
  'dates',
  'date_values',
] as const

export const documentColumns = [
  'document_id',
  'title',
  'outlet',
  'author',
  'url',
  'published',
  'text',
] as const
