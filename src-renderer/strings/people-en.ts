export const peopleEn = {
  'history.guideline': 'Under another version of the guideline',
  'history.alternative': 'Another version of “{{quote}}”',
  'history.merge': 'Merge',
} as const
