// Furniture of news sites, as `plainLine` writes it. Whole lines of a fixed wording: what opens a sentence is no such line.

/** Lines that mean nothing but themselves. */
export const alone = new Set([
  'TT',
  '+ الخط -',
  '- الخط +',
  '+الخط-',
  '-الخط+',
  'الخط',
  'حجم الخط',
  'A+',
  'A-',
  'A+ A-',
  'استمع للمقال',
  'استمع الي المقال',
  'play-circle',
  'جميع الحقوق محفوظة',
  'حقوق النشر محفوظة',
  'اعلان',
  'اعلانات',
])

/** What lists of other articles are called. */
const others = '(?:مقالات|مواضيع|موضوعات|اخبار|مواد|تقارير|قصص) (?:ذات صلة|مرتبطة|متعلقة|مشابهة)'
const end = '(?: ?[:：…]+| ?\\.{3})?$'

/** Headings of lists of other articles. */
export const related = new RegExp(
  `^(?:${others}|[اإ]قرا (?:ايضا|المزيد|كذلك)|قد يهمك(?: ايضا)?|شاهد ايضا|الاكثر قراءة|المزيد من الاخبار|المزيد عن)${end}`,
)
/** Those that close an article. */
export const closing = new RegExp(`^(?:${others}|الاكثر قراءة|المزيد من الاخبار)${end}`)

/** "اقرأ أيضًا: …": a link to another article in one line. */
const teaser = /^(?:[اإ]قرا (?:ايضا|المزيد|كذلك)|قد يهمك(?: ايضا)?|شاهد ايضا|طالع ايضا) ?[:：] ?\S/
export const isTeaser = (plain: string) => teaser.test(plain) && !/[.؟!]["»”)]*$/.test(plain)

/** Headings of rows of buttons, and lines that ask to be followed. */
const sites =
  '(?:فيسبوك|تويتر|اكس|منصة اكس|واتساب|واتس اب|تلغرام|تيليغرام|تليغرام|انستغرام|يوتيوب|(?:اخبار )?(?:غوغل|جوجل|قوقل)(?: نيوز)?|Google News|Telegram|X|Twitter|Facebook)'
export const share = new RegExp(
  `^(?:شارك(?:ها|ه|وا)?|مشاركة|شارك (?:المقال|الخبر|المقالة|هذا المقال|هذا الخبر|القصة|عبر)|تابعنا(?: علي.{0,24})?|(?:تابعوا|تابعونا|تابع) .{0,40}(?:علي|عبر) ${sites}) ?[:.]?$`,
  'i',
)
export const button =
  /^(?:فيسبوك|تويتر|اكس|واتساب|واتس اب|تلغرام|تيليغرام|لينكد ?ان|بريد(?: الكتروني)?|البريد الالكتروني|طباعة|نسخ الرابط|انسخ الرابط|حفظ|Facebook|Twitter|X|WhatsApp|Telegram|LinkedIn|Email|Print|Copy link)$/i

/** Who is thanked for pictures. */
const credits =
  'رويترز|أ ?\\.? ?ف ?\\.? ?ب\\.?|فرانس برس|الأناضول|أسوشييتد برس|أ\\.? ?ب\\.?|إ\\.? ?ب\\.? ?أ\\.?|د\\.? ?ب\\.? ?أ\\.?|غيتي|جيتي|Getty(?: Images)?|AFP|Reuters|AP|EPA|Anadolu|أرشيف(?:ية)?|إكس|تويتر|فيسبوك|وكالات?|وكالة [^()]{2,30}|الإنترنت|إنترنت|مواقع التواصل|إعلام [^()]{2,20}|خاص|واس|وفا|سانا|قنا|بترا'
const credited = new RegExp(`\\((?:${credits})(?:\\s?[/\\-–،,]\\s?[^()]{2,30})?\\)$`, 'i')

/** A line that ends with a picture's credit: "… (أرشيف/ الأناضول)". */
export const isCredited = (line: string) => credited.test(line.trim())

/**
 * What sites say of themselves and to their readers, and articles hardly of anything: rights, subscriptions, opinions
 * that are not the paper's own. A sentence with such words may be furniture where it recurs; no other sentence may.
 */
const ofPages = new RegExp(
  [
    'حقوق[^.]{0,40} محفوظ|© ?\\d|[Cc]opyright|All rights reserved',
    '(?:اعادة|يمنع|لا يجوز|يحظر) (?:ال)?(?:نشر|نسخ|اقتباس)|اذن (?:خطي|كتابي|مسبق)',
    'نشرتنا|النشرة (?:البريدية|الاخبارية|الالكترونية|اليومية)|بريدك|newsletter|[Ss]ubscribe',
    '(?:اشترك|اشتركوا|سجل|سجلوا) (?:في|الان|معنا)|(?:حمل|حملوا|نزل|نزلوا) (?:ال)?تطبيق|تطبيق(?:نا|ات الهاتف)',
    '(?:تابعوا|تابعونا|تابعنا|انضموا|انضم) |قناتنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|موقعنا',
    '(?:اضغط|انقر)وا? |لقراءة المزيد|للمزيد من (?:الاخبار|التفاصيل|المقالات)|لمتابعة (?:اخر|اهم)|اقرا ايضا',
    '(?:تعبر|يعبر|تمثل|يمثل)(?: بالضرورة)? (?:الا )?عن (?:راي|اراء|وجهة)|بالضرورة (?:عن )?(?:راي|اراء|وجهة|موقف|سياسة)',
    'سياسة الخصوصية|شروط الاستخدام|ملفات تعريف الارتباط|(?:اضف|اكتب|اترك) (?:تعليق|تعليقا|تعليقك)',
  ].join('|'),
)
export const speaksOfPage = (plain: string) => ofPages.test(plain)
