import type { Bilingual } from '../model/scheme.ts'
import type { FigureId } from './report-shape.ts'

/** What a figure is called, and one sentence on how to read it. */
export type FigureWords = { name: Bilingual; reading: Bilingual }

const words = (ar: string, en: string, arReading: string, enReading: string): FigureWords => ({
  name: { ar, en },
  reading: { ar: arReading, en: enReading },
})

export const figureWords: Record<FigureId, FigureWords> = {
  'f1-strict': words(
    'F1 صارم',
    'Strict F1',
    'نصيب التوسيمات المشتركة بالوسم نفسه والحدود نفسها من كل ما وُسم؛ 1 تطابق تام، وهو متوسط أزواج المُحكِّمين.',
    'The share of marks both made with the same label and the same limits; 1 is identical work, and it is the mean over pairs of annotators.',
  ),
  'f1-relaxed': words(
    'F1 مرن',
    'Relaxed F1',
    'كالصارم، لكن يكفي أن يتداخل المديان تحت الوسم نفسه؛ ما يزيده على الصارم خلاف في الحدود لا في المضمون.',
    'Like strict F1, but any overlap under the same label is enough; what it has over strict F1 is disagreement about limits alone.',
  ),
  'f1-exact': words(
    'F1 بالحدود',
    'F1 by limits',
    'الحدود نفسها أيًّا كان الوسم (SemEval-2013)؛ إن فاق F1 الصارم فالخلاف في الوسوم.',
    'The same limits whatever the label (SemEval-2013); where it is above strict F1, the labels are in dispute.',
  ),
  'f1-partial': words(
    'F1 جزئي',
    'Partial F1',
    'نصف درجة لكل مدى يتداخل ولا يتطابق، أيًّا كان الوسم (SemEval-2013).',
    'Half a point for spans that overlap without being the same, whatever the label (SemEval-2013).',
  ),
  'f1-type': words(
    'F1 بالنوع',
    'F1 by type',
    'الوسم نفسه على مديين يتداخلان (SemEval-2013)؛ ما ينقصه وسوم مختلفة أو مدى بلا مقابل.',
    'The same label on spans that overlap (SemEval-2013); what it lacks are other labels, or spans without a partner.',
  ),
  precision: words(
    'الدقّة',
    'Precision',
    'نصيب ما وسمه الثاني ووافقه عليه الأول موافقة صارمة؛ إن علت على الاستدعاء فقد وسم الثاني أقلّ.',
    'Of what the second marked, the share the first marked just so; where it is above recall, the second marked less.',
  ),
  recall: words(
    'الاستدعاء',
    'Recall',
    'نصيب ما وسمه الأول ووُجد عند الثاني تمامًا؛ إن علا على الدقّة فقد وسم الثاني أكثر.',
    'Of what the first marked, the share the second marked just so; where it is above precision, the second marked more.',
  ),
  'character-jaccard': words(
    'جاكار على الأحرف',
    'Character Jaccard',
    'من الأحرف التي وسمها أحدهما، نصيب ما وسمه كلاهما بالوسم نفسه.',
    'Of the characters either marked with a label, the share that both did.',
  ),
  'token-percent': words(
    'نسبة الاتفاق على الكلمات',
    'Percent agreement on words',
    'أزواج الأحكام المتفقة على الكلمات؛ ترفعها كثرة الكلمات غير الموسومة، فلا تُنشر وحدها.',
    'The share of agreeing pairs of judgements on words; unmarked words raise it, so it is not to be published alone.',
  ),
  'token-kappa': words(
    'كابا كوهين على الكلمات',
    'Cohen’s κ on words',
    'ما زاد من الاتفاق على المصادفة، والمصادفة من عادة كل مُحكِّم؛ 0 مصادفة و1 تطابق، وهو متوسط الأزواج.',
    'Agreement beyond chance, where chance follows each annotator’s own habits; 0 is chance, 1 identity, the mean over pairs.',
  ),
  'token-pi': words(
    'باي سكوت أو كابا فلايس على الكلمات',
    'Scott’s π or Fleiss’ κ on words',
    'كالكابا، غير أن المصادفة من توزيع مشترك للجميع؛ أقلّ منها إن اختلفت عادات المُحكِّمين.',
    'Like κ, with one distribution for all as chance; it falls below κ where annotators’ habits differ.',
  ),
  'token-s': words(
    'S لبينيت وراندولف على الكلمات',
    'Bennett’s S, Randolph’s κ on words',
    'المصادفة هنا متساوية بين الفئات؛ تُقرأ حدًّا أعلى حين تطغى فئة واحدة.',
    'Chance is the same for every category; to be read as an upper bound where one category prevails.',
  ),
  'token-ac1': words(
    'AC1 لغويت على الكلمات',
    'Gwet’s AC1 on words',
    'اتفاق فوق المصادفة لا يكاد يتأثر بطغيان فئة؛ إن بعُد عن كابا فالسبب غلبة غير الموسوم.',
    'Agreement beyond chance that hardly feels one prevailing category; where it is far from κ, that is why.',
  ),
  'token-alpha': words(
    'ألفا كريبندورف على الكلمات',
    'Krippendorff’s α on words',
    'الأنسب للنشر: لأي عدد من المُحكِّمين ومع النواقص؛ من 0.8 يُعتمد عليه، ومن 0.667 تُبنى عليه نتائج مؤقتة.',
    'The one to publish: any number of annotators, gaps allowed; from .8 reliable, from .667 good for tentative conclusions.',
  ),
  'token-alpha-masi': words(
    'ألفا بمسافة MASI على الكلمات',
    'α with MASI on words',
    'كألفا، غير أن مجموعتي وسوم تشتركان في بعضها أقرب من مجموعتين لا تشتركان في شيء.',
    'Like α, but two sets of labels that share some are nearer than two that share none.',
  ),
  'sentence-alpha': words(
    'ألفا على الجمل',
    'α on sentences',
    'هل وجد المُحكِّمون الوسوم نفسها في الجملة نفسها، أيًّا كانت حدودها فيها (MASI)؟',
    'Did annotators find the same labels in the same sentence, wherever in it (MASI)?',
  ),
  'place-alpha': words(
    'ألفا على المواضع',
    'α on places',
    'على كل موضع وسمه أحدهم بعينه؛ صارمة لأن ما لم يسمه أحد لا يُعدّ.',
    'Over every exact place that somebody marked; severe, for what nobody marked does not count.',
  ),
  'alpha-u': words(
    'ألفا التقطيع (2004)',
    'Unitizing α (2004)',
    'هل قُطّع النص إلى المقاطع نفسها؟ تُحسب مربعات الفروق، فالمقاطع الطويلة أثقل.',
    'Was the text cut into the same units? Differences count by their squares, so long units weigh more.',
  ),
  'u-alpha': words(
    'u-ألفا (2016)',
    'u-α (2016)',
    'اتفاق على كل حرف: موسوم أم لا؛ 0 مصادفة و1 تطابق.',
    'Agreement on every character, marked or not; 0 is chance, 1 identity.',
  ),
  gamma: words(
    'غاما',
    'γ',
    'مواءمة المقاطع والحكم عليها معًا، ولو تداخلت؛ 1 تطابق و0 كأنها وُضعت مصادفة، والمصادفة مقدَّرة بعيّنات.',
    'Units are aligned and judged at once, overlapping ones too; 1 is identity, 0 as if placed by chance, which is sampled.',
  ),
  'gamma-cat': words(
    'غاما الفئات',
    'γ-cat',
    'اتفاق على الوسوم وحدها، على المقاطع التي واءمتها غاما.',
    'Agreement on labels alone, on the units that γ aligned.',
  ),
  'attribute-percent': words(
    'نسبة الاتفاق',
    'Percent agreement',
    'نصيب المدى المشترك الذي أعطاه الاثنان القيمة نفسها؛ وقيمة عند أحدهما دون الآخر خلاف.',
    'Of the spans both marked, the share given the same value; a value that only one gave is a disagreement.',
  ),
  'attribute-kappa': words(
    'كابا كوهين',
    'Cohen’s κ',
    'الاتفاق على القيمة فوق المصادفة، على المدى المشترك.',
    'Agreement on the value beyond chance, on the spans both marked.',
  ),
  'attribute-ac1': words(
    'AC1 لغويت',
    'Gwet’s AC1',
    'كالكابا، ولا يكاد يتأثر بقيمة غالبة.',
    'Like κ, hardly moved by one prevailing value.',
  ),
  'attribute-alpha': words(
    'ألفا كريبندورف',
    'Krippendorff’s α',
    'الاتفاق على القيمة فوق المصادفة؛ من 0.8 يُعتمد عليه.',
    'Agreement on the value beyond chance; from .8 reliable.',
  ),
  'number-alpha': words(
    'ألفا للأعداد',
    'α for numbers',
    'كألفا، والعددان القريبان أهون خلافًا من البعيدين.',
    'Like α, with near numbers a smaller disagreement than far ones.',
  ),
  'date-exact': words(
    'التاريخ نفسه',
    'Same date',
    'نصيب التواريخ التي أعطاها الاثنان القيمة نفسها تمامًا.',
    'Of the dates both gave a value, the share given the very same.',
  ),
  'date-graded': words(
    'تقارب التواريخ',
    'Dates alike',
    'نصف الدرجة للدقة (يوم أم شهر أم سنة) ونصفها للقرب بالأيام؛ 1 التاريخ نفسه.',
    'Half for precision (day, month, year), half for nearness in days; 1 is the same date.',
  ),
  'relation-f1': words(
    'F1 العلاقات',
    'Relation F1',
    'علاقات من النوع نفسه بين المدى المشترك، من كل ما رُبط.',
    'Relations of the same type between spans both marked, of all that were drawn.',
  ),
  'chain-exact': words(
    'السلسلة نفسها',
    'Same chain',
    'نصيب الادعاءات المشتركة التي أُسندت إلى المصادر نفسها بالترتيب نفسه.',
    'Of the claims both marked, the share with the same sources in the same order.',
  ),
  'chain-order': words(
    'تقارب السلاسل',
    'Chains alike',
    'المصادر المشتركة الباقية على ترتيبها، من كل مصادر السلسلتين.',
    'The sources that both chains have in the same order, of all their sources.',
  ),
  'claim-content': words(
    'مضمون الادعاء',
    'Claim content',
    'الأحرف المشتركة من مضمون الادعاءات المتقابلة.',
    'The characters that matched claims have in common.',
  ),
  'claim-stance': words(
    'الموقف',
    'Stance',
    'نصيب الادعاءات المتقابلة التي أُعطيت الموقف نفسه.',
    'Of matched claims, the share given the same stance.',
  ),
  'claim-date': words(
    'تاريخ الادعاء',
    'Claim dates',
    'تقارب تواريخ الادعاءات المتقابلة.',
    'How alike the dates of matched claims are.',
  ),
  'claim-credit': words(
    'الادعاء كاملًا',
    'Whole claims',
    'درجة جزئية للمضمون 0.4 والسلسلة 0.3 والموقف 0.2 والتاريخ 0.1؛ والادعاء بلا مقابل صفر.',
    'Partial credit: content .4, chain .3, stance .2, date .1; a claim without a partner counts nothing.',
  ),
}
