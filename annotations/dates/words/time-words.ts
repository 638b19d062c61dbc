import { add, type Unit } from './sense.ts'

const units: readonly (readonly [Unit, 'one' | 'two' | 'many', string])[] = [
  ['Y', 'one', 'عام عاما سنة حول'],
  ['Y', 'two', 'عامين عامان سنتين سنتان'],
  ['Y', 'many', 'أعوام أعواما سنوات سنين'],
  ['M', 'one', 'شهر شهرا'],
  ['M', 'two', 'شهرين شهران'],
  ['M', 'many', 'أشهر شهور أشهرا شهورا'],
  ['W', 'one', 'أسبوع أسبوعا'],
  ['W', 'two', 'أسبوعين أسبوعان'],
  ['W', 'many', 'أسابيع'],
  ['D', 'one', 'يوم يوما'],
  ['D', 'two', 'يومين يومان'],
  ['D', 'many', 'أيام أياما'],
  ['H', 'one', 'ساعة'],
  ['H', 'two', 'ساعتين ساعتان'],
  ['H', 'many', 'ساعات'],
  ['MIN', 'one', 'دقيقة'],
  ['MIN', 'two', 'دقيقتين دقيقتان'],
  ['MIN', 'many', 'دقائق'],
  ['S', 'one', 'ثانية'],
  ['S', 'two', 'ثانيتين ثانيتان'],
  ['S', 'many', 'ثوان ثواني'],
  ['DE', 'one', 'عقد عقدا'],
  ['DE', 'two', 'عقدين عقدان'],
  ['DE', 'many', 'عقود عقودا'],
  ['CE', 'one', 'قرن قرنا'],
  ['CE', 'two', 'قرنين قرنان'],
  ['CE', 'many', 'قرون قرونا'],
]
for (const [unit, count, words] of units)
  for (const word of words.split(' ')) {
    add(word, { unit: { unit, count, definite: false } })
    if (!word.endsWith('ا')) add(`ال${word}`, { unit: { unit, count, definite: true } })
  }

add(
  'الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة المنصرمين الفائت الفائتة الفائتين الأخير الأخيرة الأخيرين الأخيرتين المنقضي المنقضية الفارط الفارطة السالف المنسلخ الماضين الآفل',
  {
    direction: 'last',
  },
)
add('المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين الآتي الآتية', {
  direction: 'next',
})
add('الجاري الجارية الحالي الحالية الراهن الراهنة', { direction: 'this' })
add('التالي التالية التاليين التاليتين اللاحق اللاحقة الموالي الموالية', { direction: 'following' })
add('السابق السابقة السابقين السابقتين', { direction: 'preceding' })
add('نفسه نفسها ذاته ذاتها عينه عينها', { direction: 'same' })

add('مطلع بداية بدايات مستهل أوائل فاتحة بواكير', { part: 'START' })
add('منتصف أواسط أوسط', { part: 'MID' })
add('نهاية نهايات أواخر ختام آخر', { part: 'END' })

add('صباح الصباح صبيحة فجر الفجر ضحى', { dayPart: 'MO' })
add('ظهر الظهر ظهيرة الظهيرة', { dayPart: 'MI' })
add('عصر العصر', { dayPart: 'AF' })
add('مساء المساء أمسية عشية', { dayPart: 'EV' })
add('ليل الليل ليلة الليلة', { dayPart: 'NI' })
add('صباحا فجرا', { dayPartAdverb: 'MO' })
add('ظهرا', { dayPartAdverb: 'MI' })
add('عصرا', { dayPartAdverb: 'AF' })
add('مساء', { dayPartAdverb: 'EV' })
add('ليلا', { dayPartAdverb: 'NI' })

add('اليوم', { dayShift: 0 })
add('أمس الأمس البارحة', { dayShift: -1 })
add('غد غدا الغد', { dayShift: 1 })

add('سنويا', { every: { amount: 1, unit: 'Y' } })
add('شهريا', { every: { amount: 1, unit: 'M' } })
add('أسبوعيا', { every: { amount: 1, unit: 'W' } })
add('يوميا', { every: { amount: 1, unit: 'D' } })
add('فصليا', { every: { amount: 3, unit: 'M' } })
add('بشكل بصورة على', { opens: ['set'] })

add('قريبا مستقبلا', { vague: 'FUTURE_REF' })
add('مؤخرا حديثا سابقا لاحقا قديما آنذاك حينها حينذاك وقتها وقتذاك وقتئذ حينئذ يومها يومئذ', {
  vague: 'PAST_REF',
})
add('الآن حاليا راهنا', { vague: 'PRESENT_REF' })
add('هذا هذه ذلك تلك نفس ذات عطلة', { opens: ['pointing'] })
add('قبل بعد قبلها بعدها قبله بعده', { opens: ['ago'] })
add('في وقت ساعة ساعات', { opens: ['in'] })
add('أول ثاني ثالث رابع', { opens: ['first'] })
add('يوم نهار', { opens: ['day'] })
add('الفاتح فاتح غرة سلخ آخر', { opens: ['first'] })
add('عدة بضعة بضع مئات عشرات آلاف', { opens: ['length'] })
add('نحو حوالي حوالى قرابة زهاء أقل أكثر أدنى أزيد ما لا', { opens: ['about'] })
add('كل مرة مرتين مرتان أيام', { opens: ['set'] })
add('عامي سنتي الأعوام أعوام سنوات موسم', { opens: ['years'] })
add('شهر', { opens: ['month'] })
add('عقد سنوات أعوام', { opens: ['years'] })
add('فصل العشر', { opens: ['pointing'] })
add('الفصل', { opens: ['in'] })
add('العقد', { opens: ['years'] })
add('الأسبوع', { opens: ['week'] })
// The first halves of eleven and twelve, and the article that stands before digits: الـ15.
add('أحد إحدى اثنا اثني اثنتا اثنتي ال', { opens: ['number'] })
