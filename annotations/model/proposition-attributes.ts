import type { Attribute } from './scheme.ts'

/** By which a claim points to the codebook, and says how it stands to what it points to. */
export const propositionAttributes: Attribute[] = [
  {
    id: 'proposition',
    name: { ar: 'القضية', en: 'Proposition' },
    type: 'proposition',
    required: false,
  },
  {
    id: 'towards',
    name: { ar: 'الموقف من القضية', en: 'Towards it' },
    type: 'choice',
    required: false,
    choices: [
      { id: 'supports', name: { ar: 'يثبتها', en: 'Supports' } },
      { id: 'opposes', name: { ar: 'ينفيها', en: 'Opposes' } },
      { id: 'qualifies', name: { ar: 'يقيّدها', en: 'Qualifies' } },
      { id: 'neutral', name: { ar: 'يذكرها فحسب', en: 'Only mentions' } },
    ],
  },
]
