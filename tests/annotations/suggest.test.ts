import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { applyChanges } from '../../annotations/model/change.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { addSuggestions } from '../../annotations/suggest/add-suggestions.ts'
import { suggestionWhole } from '../../annotations/suggest/open-suggestions.ts'
import { suggest } from '../../annotations/suggest/suggest.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { arabicNews, documentOf } from '../arabic-news.ts'
import { annotatedOf, score, type Written } from './suggest-score.ts'

const folder = join(import.meta.dirname, '../golden/suggest')
const knowledge = { actors: [], scheme: defaultScheme }

/** What reports are made of, in any order: what the rules look for where they do not expect it. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...'قال|وقالت|وأضاف|أكد|نقلت|مؤكدا|مشيرا إلى|بحسب|وفقا لـ|نقلا عن|من المتوقع|إن|أن|بأنه|الذي|لكن|وهو ما|عن|في بيان|لـ|ب'.split(
      '|',
    ),
    ...'وزير الدفاع|محمد حسن السالم|المصدر|ثلاثة مصادر|رويترز|«السنابل»|وكالة|العراق|بغداد|للحكومة|كتائب «الصقر»|دعوته|اشترط عدم ذكر اسمه'.split(
      '|',
    ),
    ...'،|.|:|«|»|"|(|)|-|\n|\n\n|اليوم|أمس الأحد|2025|على|القوات الأميركية|مدعومة من إيران'.split(
      '|',
    ),
  ),
  arabicNews,
)
const reports = fc
  .array(pieces, { minLength: 1, maxLength: 60 })
  .map(parts => `${parts.join(' ')} .`)

function article(name: string) {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const written: Written = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  const { published, outlet } = written
  const document = { text, regions: findRegions(text), published, outlet }
  return { text, document, gold: annotatedOf(text, written) }
}

/** What is found of an article is at least so much of what somebody marked in it. */
function expectFound(name: string, least: { actors: number; precision: number }) {
  const { text, document, gold } = article(name)
  const { actors, dates, claims, sources, wrongSources } = score(
    text,
    suggest(document, knowledge),
    gold,
  )
  expect(dates.f1, dates.wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(actors.f1, actors.wrong.join('\n')).toBeGreaterThanOrEqual(least.actors)
  expect(claims.recall, claims.wrong.join('\n')).toBeGreaterThanOrEqual(0.85)
  expect(claims.precision, claims.wrong.join('\n')).toBeGreaterThanOrEqual(least.precision)
  expect(sources, wrongSources.join('\n')).toBeGreaterThanOrEqual(0.85)
}

test.each(['water', 'strike', 'appeals', 'units', 'leagues'])(
  '%s: dates, actors, claims and their sources are found',
  name => expectFound(name, { actors: 0.9, precision: 0.85 }),
)

/** One story after another in the manner of an agency, a channel, a newspaper, a site of the region. */
test.each([
  'reuters',
  'afp',
  'anadolu',
  'official',
  'channel',
  'network',
  'newspaper',
  'daily',
  'kurdish',
  'rudaw',
])('news as %s writes it: dates, actors, claims and who made them', name =>
  expectFound(name, { actors: 0.8, precision: 0.8 }),
)

test('whatever the text, suggestions are a set without errors, the same each time, and nothing the second time', () => {
  fc.assert(
    fc.property(reports, text => {
      const document = { ...documentOf(text), regions: findRegions(text) }
      const made = suggest(document, knowledge)
      expect(suggest(document, knowledge)).toEqual(made)
      const set = emptySet(document.id, document.textDigest, 'machine')
      const next = applyChanges(set, addSuggestions(set, made))
      expect(
        checkSet(next, document, defaultScheme).filter(({ severity }) => severity === 'error'),
      ).toEqual([])
      expect(addSuggestions(next, made)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['قال مسؤولان سابقان في «مجلس الميناء» إن العمل يعود غدا.', 'مسؤولان سابقان في «مجلس الميناء»'],
  ['أكد مسؤول في مكتب رئيس الوزراء أن القرار صدر أمس.', 'مسؤول في مكتب رئيس الوزراء'],
  ['نقلت الصحيفة عن مصدر نقابي أن الأجور ستدفع.', 'مصدر نقابي'],
  [
    'قال المتحدث باسم البنتاغون دانيال كرايتون إن القوات ستعود.',
    'المتحدث باسم البنتاغون دانيال كرايتون',
  ],
  ['أعلن الوزير «وعدا لا رجوع فيه» أن العمل يبدأ غدا.', 'الوزير'],
  ['أكدت مصادر صحية أن العدد ارتفع.', 'مصادر صحية'],
  ['نقلت القناة عن مصادر محلية لم تكشف عنها أن الجسر أغلق.', 'مصادر محلية لم تكشف عنها'],
  ['قال سامح الكرخي، نقيب الصيادين، إن الموسم انتهى.', 'سامح الكرخي، نقيب الصيادين'],
  [
    'قال القائد العام لـ«سرايا النهر»، فؤاد الدليمي، إن الهدنة قائمة.',
    'القائد العام لـ«سرايا النهر»، فؤاد الدليمي',
  ],
  [
    'طالبت المنسقة الأممية للشؤون الإنسانية بالسودان قوات الدعم السريع بفتح الطريق.',
    'المنسقة الأممية للشؤون الإنسانية بالسودان',
  ],
  [
    'طالب مستشار الرئيس الأميركي بول كرايتون لشؤون أفريقيا بهدنة.',
    'مستشار الرئيس الأميركي بول كرايتون لشؤون أفريقيا',
  ],
  [
    'شدد مكتب رئيس الوزراء التونسي نزار الكبيسي على موقفه.',
    'مكتب رئيس الوزراء التونسي نزار الكبيسي',
  ],
  [
    'ذكر الجهاز المركزي اليمني للتعبئة العامة والإحصاء أن الأسعار ارتفعت.',
    'الجهاز المركزي اليمني للتعبئة العامة والإحصاء',
  ],
  ['قال المصرفي السابق حسن الدليمي إن السوق هادئة.', 'المصرفي السابق حسن الدليمي'],
  ['وصل مفتشو الوكالة الدولية للطاقة الذرية صباحا.', 'مفتشو الوكالة الدولية للطاقة الذرية'],
  ['التقى منتخبا مصر ولبنان مساء.', 'منتخبا مصر ولبنان'],
  ['كشف خالد حسن الكرخي، رئيس نادي قرطبة، أن العقد انتهى.', 'خالد حسن الكرخي، رئيس نادي قرطبة'],
  [
    'قال تيمو كراتشينكو رئيس الإدارة المدنية في البلدة إن الجسر أغلق.',
    'تيمو كراتشينكو رئيس الإدارة المدنية',
  ],
  ['قال محمد سمير فرج إن العقد انتهى. وأضاف سمير فرج أنه باق.', 'سمير فرج'],
  ['دمر القصف المخازن، والاحتلال يمنع الوصول إليها.', 'الاحتلال'],
])('%s: the mention is whole, and no more', (text, mention) => {
  const { annotations } = suggest(documentOf(text), knowledge)
  const quotes = annotations
    .filter(({ label }) => label === 'actor')
    .map(({ spans }) => spans[0]?.quote)
  expect(quotes).toContain(mention)
})

test.each([
  'توقفت حركة الملاحة في المضيق بسبب الضباب.',
  'انهارت أسقف المنازل من جراء السيول.',
  'مركز الزلزال قرب الساحل.',
  'نوقشت القضايا بحسن نية وبدعم مالي كبير.',
  'يعتقد أنه مسؤول عن الهجوم.',
  'تضررت منشأة دبلوماسية من العاصفة.',
])('%s: nobody is named', text => {
  const { annotations } = suggest(documentOf(text), knowledge)
  expect(
    annotations.filter(({ label }) => label === 'actor').map(({ spans }) => spans[0]?.quote),
  ).toEqual([])
})

test('who is accused after a definite subject is another mention', () => {
  const text = 'واتهم اثنان من قادة الفصائل العراقية الولايات المتحدة بتنفيذ الهجوم.'
  const { annotations } = suggest(documentOf(text), knowledge)
  const quotes = annotations.flatMap(({ label, spans }) => (label === 'actor' ? spans : []))
  expect(quotes.map(({ quote }) => quote)).toContain('الولايات المتحدة')
})

test('a verb that has its object does not look for its preposition further on', () => {
  const text = 'أعلنت نقابة الميناء نهاية الهدنة مع الشركة نيابة عن عمالها.'
  const { annotations } = suggest(documentOf(text), knowledge)
  const claims = annotations.filter(({ label }) => label === 'claim')
  expect(claims.map(({ spans }) => spans[0]?.quote.split(' ')[0])).toEqual(['نهاية'])
})

test('furniture of the page names nobody, dates nothing and says nothing', () => {
  const caption = 'قال المتحدث باسم الحكومة سامر الدليمي أمس إن الميناء يفتح غدا'
  const teaser = 'أكد وزير النقل حازم الفلاحي أن الخط الجديد يبدأ في 5 أيار 2021'
  const body =
    'أعلنت هيئة الميناء، اليوم الأحد، أن الرصيف الثالث سيعود إلى العمل بعد صيانة استمرت أسبوعين كاملين.'
  const text = [
    'الرصيف الثالث يعود إلى العمل',
    caption,
    caption,
    body,
    'مقالات ذات صلة',
    teaser,
  ].join('\n\n')
  const { annotations } = suggest({ ...documentOf(text), regions: findRegions(text) }, knowledge)
  const start = text.indexOf(body)
  const places = annotations.flatMap(({ spans }) => spans)
  expect(places.length).toBeGreaterThan(3)
  for (const span of places) {
    const inBody = span.start >= start && span.end <= start + body.length
    const inTitle = span.end < text.indexOf(caption)
    expect(inBody || inTitle, span.quote).toBe(true)
  }
})

test.each([
  [
    'وأدان مجلس الأمن الدولي، مساء الثلاثاء، الهجوم على السفارة.',
    'مجلس الأمن الدولي',
    'الهجوم على السفارة',
  ],
  [
    'غير أن مصدراً أمنياً في محافظة الأنبار قال إن القافلة عادت.',
    'مصدراً أمنياً في محافظة الأنبار',
    'القافلة عادت',
  ],
  [
    'أما رئيس «كتلة النهر» سامر الكرخي فاتهم الطرفين بـ«توزيع الأدوار كلها».',
    'رئيس «كتلة النهر» سامر الكرخي',
    'توزيع الأدوار كلها',
  ],
  ['جاء في بيان لهيئة الميناء أن العمل يعود غدا.', 'هيئة الميناء', 'العمل يعود غدا'],
  ['أكدت مصادر أمنية لـ«السنابل» وقوع الحادث فجرا.', 'مصادر أمنية', 'وقوع الحادث فجرا'],
  [
    'بغداد (رويترز) - سقط صاروخان قرب الميناء فجرا، حسبما أعلنت هيئة الميناء.',
    'هيئة الميناء',
    'سقط صاروخان قرب الميناء فجرا',
  ],
  ['وأفاد الدفاع المدني بإصابة ستة أشخاص.', 'الدفاع المدني', 'إصابة ستة أشخاص'],
  ['ولم يستبعد النائب رامي السكيني تمديد المهمة.', 'النائب رامي السكيني', 'تمديد المهمة'],
])('%s: who says what', (text, source, content) => {
  const { annotations, relations } = suggest(documentOf(text), knowledge)
  const claims = annotations.filter(({ label }) => label === 'claim')
  expect(claims.map(({ spans }) => spans.map(({ quote }) => quote).join(' … '))).toContain(content)
  const claim = claims.find(({ spans }) => spans[0]?.quote === content)
  const links = relations.filter(({ type, from }) => type === 'source' && from === claim?.id)
  const last = links.sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).at(-1)
  expect(annotations.find(({ id }) => id === last?.to)?.spans[0]?.quote).toBe(source)
})

test('a claim accepted before the one it stands in is joined to it when that is accepted', () => {
  const document = documentOf('قال الوزير سامر الكرخي إن اللجنة أكدت أن القافلة عادت إلى الميناء.')
  const made = suggest(document, knowledge)
  const within = made.relations.filter(({ type }) => type === 'within')
  expect(within).toHaveLength(1)
  const [inner, outer] = [within[0]?.from ?? '', within[0]?.to ?? '']
  let set = emptySet(document.id, document.textDigest, 'منى')
  for (const id of [inner, outer])
    set = applyChanges(set, addSuggestions(set, suggestionWhole(made, id, set)))
  expect(set.relations.filter(({ type }) => type === 'within')).toMatchObject([
    { from: inner, to: outer },
  ])
  expect(checkSet(set, document, defaultScheme)).toEqual([])
})

test('what is negated, or said by nobody, is laid at nobody’s door', () => {
  const text = 'قال الوزير إن العمل مستمر. ولم يُكشف رسمياً عن أي موعد. ويُعتقد أن العدد يتجاوز الألف.'
  const { annotations, relations } = suggest(documentOf(text), knowledge)
  const claims = annotations.filter(({ label }) => label === 'claim')
  expect(claims.map(({ spans }) => spans[0]?.quote)).toEqual(['العمل مستمر', 'العدد يتجاوز الألف'])
  const sourced = new Set(relations.filter(({ type }) => type === 'source').map(({ from }) => from))
  expect(claims.map(({ id }) => sourced.has(id))).toEqual([true, false])
})
