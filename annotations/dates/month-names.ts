/** The naming traditions of the Arab press (CLDR, locales ar-EG, ar-SY, ar-TN, ar-MA, ar-MR; press usage). */
export const traditions = {
  egypt: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  levant: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  tunisia: 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  morocco: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' '),
  mauritania: 'يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر'.split(' '),
} satisfies Record<string, readonly string[]>

export const hijriMonths: readonly string[] = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
]

/** The Iranian civil calendar (Solar Hijri) as the Arab press writes its months. */
export const persianMonths: readonly string[] = [
  'فروردين',
  'أرديبهشت',
  'خرداد',
  'تير',
  'مرداد',
  'شهريور',
  'مهر',
  'آبان',
  'آذر',
  'دي',
  'بهمن',
  'إسفند',
]

/** Spellings beside those above; hamza, madda, ة and ى need no spelling of their own. */
export const otherMonthSpellings: Record<string, number> = {
  فبرائر: 2,
  فيراير: 2,
  ابرل: 4,
  نيسن: 4,
  مايس: 5,
  يونيه: 6,
  يوليه: 7,
  جويليا: 7,
  اغسطوس: 8,
  اوغسطس: 8,
  اغوسطس: 8,
  سبتنبر: 9,
  سيبتمبر: 9,
  اكتوبير: 10,
  اوكتوبر: 10,
  نوفنبر: 11,
  دسمبر: 12,
  ديسنبر: 12,
}
