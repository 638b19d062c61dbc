/** What a time stands behind: في مايو، منذ 2019. Folded, without clitics, as all words the grammar compares. */
export const timely = [
  'في',
  'منذ',
  'خلال',
  'حتي',
  'بحلول',
  'لغايه',
  'الي',
  'قبل',
  'بعد',
  'مذ',
  'طيله',
  'طوال',
  'غضون',
  'اثناء',
  'تسليم',
]

/** What a day of the month stands behind: في 14 الشهر المقبل، منذ 03/2027. */
export const dayParticles = ['في', 'يوم', 'حتي', 'منذ', 'بتاريخ', 'الي', 'لغايه']

/** What joins the two ends of a stretch: من 13 إلى 15 يوليو. */
export const joints = ['الي', 'حتي', 'لغايه', 'وحتي', 'ولغايه', 'والي']
