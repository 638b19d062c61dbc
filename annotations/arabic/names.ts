import { fold } from './fold.ts'

/** Places and people the Arab press names most: what follows a clitic is one of these or begins with the article. */
const common = `
بغداد واشنطن طهران بيروت دمشق عمان القاهرة الرياض الدوحة أبوظبي دبي مسقط الكويت المنامة صنعاء عدن الخرطوم طرابلس تونس الجزائر الرباط نواكشوط القدس غزة نابلس جنين الخليل رفح
أربيل البصرة الموصل كركوك الأنبار نينوى النجف كربلاء سامراء تكريت ديالى دهوك السليمانية بابل واسط ميسان سنجار حلب حمص إدلب درعا السويداء صيدا صور
العراق سوريا سورية لبنان الأردن فلسطين إسرائيل إيران تركيا السعودية قطر الإمارات البحرين اليمن مصر ليبيا السودان المغرب موريتانيا الصومال جيبوتي
أميركا أمريكا الولايات روسيا الصين أوكرانيا بريطانيا فرنسا ألمانيا إيطاليا إسبانيا هولندا بلجيكا السويد النرويج اليابان الهند باكستان أفغانستان كوريا كندا أستراليا البرازيل فنزويلا أوروبا أفريقيا إفريقيا آسيا
موسكو باريس لندن برلين روما مدريد بروكسل جنيف فيينا كييف أنقرة إسطنبول بكين طوكيو نيويورك كابل كابول لاهاي يافا حيفا
محمد أحمد علي حسن حسين محمود مصطفى عمر خالد سعيد إبراهيم يوسف نوري مقتدى هادي قيس فؤاد برهم مسعود نيجيرفان بايدن ترامب دونالد بوتين نتنياهو بنيامين أردوغان ماكرون خامنئي السيسي
حماس داعش حزب كتائب الحشد رويترز الأناضول سانا وفا بترا فرانس تنظيم حركة جماعة جيش وزارة وزير وزراء رئيس حكومة مجلس قوات
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
`

let made: ReadonlySet<string> | undefined

/** Folded, one word each. */
export function commonNames(): ReadonlySet<string> {
  made ??= new Set(
    common
      .trim()
      .split(/\s+/u)
      .map(name => fold(name).folded),
  )
  return made
}

/** The words of names a project knows, folded, for `cliticsOf`; short ones say too little. */
export function nameWords(names: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const name of names)
    for (const word of fold(name).folded.split(/[^\p{L}\p{N}]+/u))
      if (word.length >= 3) words.add(word)
  return words
}
