import type { Choice } from './scheme.ts'

/** How a source is known to the reader (facts: PARC, and the Arab press's own ways of naming). */
export const sourceKinds = [
  'named-person',
  'titled-person',
  'institution',
  'institution-statement',
  'country',
  'country-metonymy',
  'armed-group',
  'group',
  'anonymous-close-to-named',
  'anonymous-official',
  'anonymous-plural',
  'informed-sources',
  'news-agency',
  'agency-relay',
  'own-outlet',
  'document',
  'social-media-account',
  'unspecified',
] as const
export type SourceKind = (typeof sourceKinds)[number]

const names: Record<SourceKind, { ar: string; en: string }> = {
  'named-person': { ar: 'شخص مسمّى', en: 'Named person' },
  'titled-person': { ar: 'شخص بمنصبه', en: 'Person by title' },
  institution: { ar: 'مؤسسة', en: 'Institution' },
  'institution-statement': { ar: 'بيان مؤسسة', en: 'Statement of an institution' },
  country: { ar: 'دولة', en: 'Country' },
  'country-metonymy': { ar: 'عاصمة كناية عن دولة', en: 'Capital for a country' },
  'armed-group': { ar: 'جماعة مسلحة', en: 'Armed group' },
  group: { ar: 'مجموعة', en: 'Group' },
  'anonymous-close-to-named': { ar: 'مصدر مقرّب من معروف', en: 'Anonymous, close to someone named' },
  'anonymous-official': { ar: 'مسؤول لم يُسمَّ', en: 'Anonymous official' },
  'anonymous-plural': { ar: 'مصادر لم تُسمَّ', en: 'Several anonymous sources' },
  'informed-sources': { ar: 'مصادر مطلعة', en: 'Informed sources' },
  'news-agency': { ar: 'وكالة أنباء', en: 'News agency' },
  'agency-relay': { ar: 'وكالة ناقلة', en: 'Agency that relays' },
  'own-outlet': { ar: 'وسيلة النشر نفسها', en: 'The publishing outlet itself' },
  document: { ar: 'وثيقة', en: 'Document' },
  'social-media-account': { ar: 'حساب تواصل', en: 'Social media account' },
  unspecified: { ar: 'غير محدد', en: 'Unspecified' },
}

/** The same as choices of a scheme, in the order above. */
export const sourceKindChoices: Choice[] = sourceKinds.map(id => ({ id, name: names[id] }))
