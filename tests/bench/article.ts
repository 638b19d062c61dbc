import type { Annotation } from '../../annotations/model/annotation.ts'
import type { Relation } from '../../annotations/model/relation.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { wordsOf } from '../../annotations/text/boundaries.ts'
import { paragraphsOf, type Stretch } from '../../annotations/text/paragraphs.ts'

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export type Chance = () => number

export function chance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const between = (from: number, to: number, next: Chance) => from + Math.floor(next() * (to - from))
const oneOf = <T>(list: readonly T[], next: Chance) => list[between(0, list.length, next)] as T

const words = `
قال أعلن أكد نفى أوضح أضاف ذكر صرّح أفاد كشف شدّد حذّر نقل اعتبر رأى توقّع طالب دعا وصف أشار
الحكومة الوزارة البرلمان المجلس اللجنة الوفد الرئاسة الخارجية الدفاع الداخلية الجيش الشرطة البعثة التحالف القوات
الرئيس الوزير النائب السفير المبعوث المتحدث المستشار القائد المحافظ الأمين مسؤول مصدر دبلوماسي خبير محلل شاهد
المفاوضات المحادثات الاتفاق القرار البيان الخطة المرحلة الهدنة الحدود المعبر المطار الميناء العاصمة المدينة المنطقة
اقتصادي سياسي أمني رفيع مشترك جديد رسمي مطّلع محلي دولي إقليمي نهائي أولي شامل تدريجي مقبل ماضٍ
في من إلى على عن مع بعد قبل خلال حول ضمن وفق رغم منذ حتى بين عند لدى أن أنّ التي الذي ما لم لن قد كما
وقال وأضاف وأكد والوفد والحكومة بالاتفاق للمرحلة ولم ومن فإن وفي وبعد وذلك كذلك لكن غير سوى نحو
يوم أمس اليوم غداً الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت صباح مساء أسبوع شهر عام سنة
كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين يناير مارس أبريل يوليو سبتمبر ديسمبر
سليم نادر هدى ريم مازن لينا كريم سناء فارس ليلى الحداد النجار البستاني العلوي القاسم الرفاعي المهدي
بيروت بغداد دمشق عمّان القاهرة الرباط تونس صنعاء مسقط الدوحة الخرطوم طرابلس أربيل البصرة الموصل
انسحاب انتشار تمديد تعديل توقيع تنفيذ تأجيل تشكيل تبادل إطلاق استئناف وقف دعم زيارة اجتماع جلسة لقاء جولة
الأسعار النفط الموازنة الاستثمار المساعدات اللاجئين الكهرباء المياه الصحة التعليم الانتخابات الدستور القضاء
`
  .trim()
  .split(/\s+/u)

const digits = (value: number) =>
  String(value).replace(/\d/g, digit => String.fromCharCode(0x660 + Number(digit)))

function sentence(next: Chance): string {
  const parts = Array.from({ length: between(7, 17, next) }, () => oneOf(words, next))
  if (next() < 0.2) parts.splice(between(1, parts.length, next), 0, digits(between(1, 2030, next)))
  if (next() < 0.15) {
    const at = between(0, parts.length - 3, next)
    parts[at] = `«${parts[at]}`
    parts[at + 3] = `${parts[at + 3]}»`
  }
  if (next() < 0.4) parts[between(2, parts.length - 1, next)] += '،'
  return `${parts.join(' ')}.`
}

/** News-like Arabic of about `bytes` bytes of UTF-8: paragraphs of one to four sentences, one a line. */
export function article(bytes: number, seed: number): string {
  const next = chance(seed)
  const paragraphs: string[] = []
  for (let size = 0; size < bytes; ) {
    const sentences = Array.from({ length: between(1, 5, next) }, () => sentence(next))
    const paragraph = sentences.join(' ')
    paragraphs.push(paragraph)
    size += Buffer.byteLength(paragraph) + 1
  }
  return `${paragraphs.join('\n')}\n`
}

const labels = ['actor', 'date', 'claim', 'cue'] as const

function attributesOf(label: (typeof labels)[number], next: Chance): Annotation['attributes'] {
  switch (label) {
    case 'actor':
      return { kind: oneOf(['person', 'state', 'government-body', 'anonymous-source'], next) }
    case 'date': {
      const day = `2024-${String(between(1, 13, next)).padStart(2, '0')}-${String(between(1, 28, next)).padStart(2, '0')}`
      return { value: { type: 'DATE', value: day, edtf: day, calendar: 'gregorian' } }
    }
    case 'claim':
      return {
        stance: oneOf(['asserts', 'denies', 'expects', 'reports'], next),
        directness: 'indirect',
      }
    case 'cue':
      return {}
  }
}

/** A stretch of 3 to 80 characters from word edge to word edge, if a random start has one. */
function stretchFrom(words: readonly Stretch[], next: Chance): Stretch | undefined {
  const first = between(0, words.length, next)
  const start = words[first]?.start ?? 0
  const longest = start + between(3, 81, next)
  const last = words.slice(first).findLast(word => word.end <= longest)
  return last && last.end - start >= 3 ? { start, end: last.end } : undefined
}

/** Annotations over a text: 3 to 80 characters, word edge to word edge, overlapping, each within a paragraph. */
export function annotationsOn(text: string, count: number, seed: number): Annotation[] {
  const next = chance(seed)
  const paragraphs = paragraphsOf(text).map(({ start, end }) =>
    wordsOf(text.slice(start, end)).map(word => ({
      start: word.start + start,
      end: word.end + start,
    })),
  )
  const taken = new Set<string>()
  const found: Annotation[] = []
  while (found.length < count) {
    const stretch = stretchFrom(oneOf(paragraphs, next), next)
    const label = oneOf(labels, next)
    if (!stretch || taken.has(`${stretch.start}-${stretch.end}-${label}`)) continue
    taken.add(`${stretch.start}-${stretch.end}-${label}`)
    const id = `a${found.length.toString(36).padStart(6, '0')}`
    const spans = [spanOf(text, stretch.start, stretch.end)]
    found.push({ id, label, spans, attributes: attributesOf(label, next) })
  }
  return found
}

/** Every second claim has the actor and the cue that stand nearest before it in the list. */
export function relationsAmong(sorted: readonly Annotation[]): Relation[] {
  const nearest: Record<string, string> = {}
  const relations: Relation[] = []
  let claims = 0
  for (const { id, label } of sorted) {
    nearest[label] = id
    const { actor, cue } = nearest
    if (label !== 'claim' || claims++ % 2 === 1 || !actor || !cue) continue
    relations.push({ id: `s-${id}`, type: 'source', from: id, to: actor, order: 1 })
    relations.push({ id: `c-${id}`, type: 'cue', from: id, to: cue, order: 1 })
  }
  return relations
}
