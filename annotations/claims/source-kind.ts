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
