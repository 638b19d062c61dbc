import { fold } from '../../arabic/fold.ts'
import { once } from './folded-set.ts'

/**
 * States the Arab press writes of: the names it gives them, the capital that stands for the government, and the
 * adjective by its masculine form. A name of several words has spaces.
 */
const rows = `
العراق | بغداد | عراقي
الولايات المتحدة، الولايات المتحدة الأميركية، الولايات المتحدة الأمريكية، أميركا، أمريكا | واشنطن | أميركي، أمريكي، امريكي
إيران، الجمهورية الإسلامية | طهران | إيراني
إسرائيل، الكيان الصهيوني، كيان الاحتلال، الكيان المحتل، دولة الاحتلال، العدو الإسرائيلي، العدو الصهيوني، الاحتلال الإسرائيلي | تل أبيب | إسرائيلي، صهيوني
سوريا، سورية | دمشق | سوري
لبنان | بيروت | لبناني
الأردن | عمّان | أردني
فلسطين | رام الله | فلسطيني
مصر | القاهرة | مصري
السعودية، المملكة العربية السعودية | الرياض | سعودي
قطر | الدوحة | قطري
الإمارات، الإمارات العربية المتحدة | أبوظبي، أبو ظبي | إماراتي
الكويت | | كويتي
البحرين | المنامة | بحريني
عُمان، سلطنة عمان | مسقط | عماني
اليمن | صنعاء | يمني
السودان | الخرطوم | سوداني
ليبيا | طرابلس | ليبي
تونس | | تونسي
الجزائر | | جزائري
المغرب | الرباط | مغربي
موريتانيا | نواكشوط | موريتاني
الصومال | مقديشو | صومالي
تركيا | أنقرة | تركي
روسيا، الاتحاد الروسي | موسكو، الكرملين | روسي
الصين | بكين | صيني
أوكرانيا | كييف | أوكراني
بريطانيا، المملكة المتحدة | لندن | بريطاني
فرنسا | باريس | فرنسي
ألمانيا | برلين | ألماني
إيطاليا | روما | إيطالي
إسبانيا | مدريد | إسباني
هولندا | لاهاي | هولندي
بلجيكا | | بلجيكي
بولندا | وارسو | بولندي
السويد | ستوكهولم | سويدي
النرويج | أوسلو | نرويجي
الدنمارك | كوبنهاغن | دنماركي
اليونان | أثينا | يوناني
سويسرا | | سويسري
النمسا | فيينا | نمساوي
كندا | أوتاوا | كندي
أستراليا | كانبيرا | أسترالي
اليابان | طوكيو | ياباني
الهند | نيودلهي | هندي
باكستان | إسلام أباد، إسلام آباد | باكستاني
أفغانستان | كابول، كابل | أفغاني
كوريا الشمالية | بيونغيانغ | كوري
كوريا الجنوبية | سيول | كوري
أذربيجان | باكو | أذربيجاني
أرمينيا | يريفان | أرميني
إثيوبيا | أديس أبابا | إثيوبي
البرازيل | برازيليا | برازيلي
فنزويلا | كراكاس | فنزويلي
المكسيك | | مكسيكي
الفاتيكان | | فاتيكاني
`

export type State = { readonly name: string; readonly capitals: readonly string[] }

const parts = (cell: string | undefined) =>
  (cell ?? '').split('،').flatMap(part => (part.trim() === '' ? [] : [part.trim()]))

type Lexicon = {
  /** Folded name → canonical name. */
  readonly names: ReadonlyMap<string, string>
  readonly capitals: ReadonlyMap<string, string>
  /** Folded adjective without article, in every form → canonical name of the state. */
  readonly adjectives: ReadonlyMap<string, string>
}

/** عراقي، عراقية، عراقيون، عراقيين، عراقيان، عراقيتين. */
const endings = ['', 'ة', 'ون', 'ين', 'ان', 'تان', 'تين', 'ات', 'ا']

export const states = once((): Lexicon => {
  const [names, capitals, adjectives] = [new Map(), new Map(), new Map()]
  for (const row of rows.trim().split('\n')) {
    const [named, capital, adjective] = row.split('|')
    const [canonical, ...others] = parts(named)
    if (canonical === undefined) continue
    for (const name of [canonical, ...others]) names.set(fold(name).folded, canonical)
    for (const name of parts(capital)) capitals.set(fold(name).folded, canonical)
    for (const base of parts(adjective))
      for (const ending of endings) adjectives.set(fold(base + ending).folded, canonical)
  }
  return { names, capitals, adjectives }
})
