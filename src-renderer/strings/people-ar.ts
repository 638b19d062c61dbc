export const peopleAr = {
  'history.guideline': 'صار تحت نسخة أخرى من دليل الوسم',
  'history.alternative': 'نسخة أخرى من «{{quote}}»',
  'history.merge': 'دمج',
} as const
