import type { LossKind } from '../formats/exchange/losses.ts'
import type { Language } from './failure-text.ts'

/** What of how many could not be held, for a person. `#` is the number. */
const words: Record<LossKind, { ar: string; en: string }> = {
  labels: {
    ar: 'توسيمات بأوسمة لا يعرفها النسق، تُترك: #',
    en: 'annotations whose label the format has no word for, left out: #',
  },
  overlaps: {
    ar: 'توسيمات تتقاطع مع غيرها، تُترك: #',
    en: 'overlapping annotations, left out: #',
  },
  discontinuous: {
    ar: 'توسيمات متقطّعة، تُكتب متصلة بما بين أجزائها: #',
    en: 'discontinuous annotations, written in one piece with what lies between: #',
  },
  'sub-word': {
    ar: 'توسيمات تبدأ أو تنتهي داخل كلمة، تُوسَّع إلى حدود الكلمات: #',
    en: 'annotations that begin or end inside a word, widened to whole words: #',
  },
  'white-space': {
    ar: 'توسيمات يُحذف الفراغ من أطرافها: #',
    en: 'annotations that lose the white space at their ends: #',
  },
  attributes: { ar: 'توسيمات تفقد صفاتها: #', en: 'annotations that lose their attributes: #' },
  relations: { ar: 'علاقات تُترك: #', en: 'relations, left out: #' },
  order: {
    ar: 'علاقات تفقد رتبتها في سلسلة الإسناد: #',
    en: 'relations that lose their place in the chain: #',
  },
  annotators: {
    ar: 'مجموعات تفقد اسم مُوسِّمها: #',
    en: 'sets that lose their annotator’s name: #',
  },
  metadata: {
    ar: 'وثائق تفقد بياناتها (الجهة والكاتب والرابط والتاريخ): #',
    en: 'documents that lose outlet, author, address and date: #',
  },
  'empty-sets': {
    ar: 'وثائق بلا توسيمات، لا تظهر: #',
    en: 'documents without annotations, which do not appear: #',
  },
  'control-characters': {
    ar: 'نصوص فيها محارف لا يحملها XML، يحلّ محلّها U+FFFD: #',
    en: 'texts with characters that XML cannot carry, replaced by U+FFFD: #',
  },
  comments: {
    ar: 'تعليقات لا موضع لها في النسق، تُترك: #',
    en: 'comments that it has no place for, left out: #',
  },
}

export const lossText = (kind: LossKind, count: number | string, language: Language) =>
  words[kind][language].replace('#', String(count))
