/**
 * Every format Isnad writes and reads, in the order they are offered; what a file is, is asked in this order too. Apart from
 * the formats themselves, which nobody loads who only names them.
 */
export const formatIds = [
  'isnad',
  'webanno-tsv',
  'cas-xmi',
  'cas-json',
  'label-studio',
  'w3c',
  'tei',
  'brat',
  'hf-tokens',
  'prodigy',
  'doccano',
  'csv',
  'bioes',
  'conll',
  'timeml',
  'dna',
] as const
export type FormatId = (typeof formatIds)[number]
