import { isWord, particleAt, type Scan, tokenAt } from './scan.ts'
import {
  appointing,
  deferring,
  fixedAhead,
  futureVerb,
  futureWords,
  notFuture,
  notPresent,
  pastForm,
  pastWords,
  presentFeminine,
  presentVerb,
  scheduled,
} from './words/verb-words.ts'

export type Tense = { readonly tense?: 'past' | 'future' | 'present'; readonly verbFirst?: boolean }

/** How many words around a date its verb is looked for. */
const reach = 14

const whole = (scan: Scan, at: number) => {
  const { prefix, key } = tokenAt(scan, at)
  return prefix + key
}

const withoutConjunction = (word: string) =>
  word.length > 4 && (word.startsWith('و') || word.startsWith('ف')) ? word.slice(1) : word

/** A word in the present: يجتمع, and the feminine verbs of announcements. */
function isPresent(word: string): boolean {
  const bare = withoutConjunction(word)
  if (presentFeminine.has(bare)) return true
  return presentVerb.test(word) && !notPresent.test(bare)
}

/** Past verbs that are verbal nouns, too: من المزمع عقد جلسة، بعد نشر القوات. */
const verbalNouns = new Set(['عقد', 'نشر', 'حكم', 'قتل', 'قصف', 'شن', 'عين', 'ضبط'])
const nounBefore = new Set(
  'بعد قبل منذ الي علي في من عن خلال عبر حتي تم يتم سيتم ستتم تقرر يجري جري بهدف دون سبل'.split(
    ' ',
  ),
)

const isNoun = (scan: Scan, at: number, bare: string) => {
  if (!verbalNouns.has(bare)) return false
  const before = withoutConjunction(whole(scan, at - 1))
  return nounBefore.has(before) || scheduled.has(before) || futureWords.has(before)
}

const known = [undefined, undefined, 'past', 'future', 'present'] as const
type VerbTense = (typeof known)[number]

function tenseOf(scan: Scan, at: number): VerbTense {
  const seen = scan.verbs?.[at]
  if (seen) return known[seen]
  const tense = readTense(scan, at)
  if (scan.verbs && at < scan.verbs.length)
    scan.verbs[at] = tense === undefined ? 1 : known.indexOf(tense)
  return tense
}

function readTense(scan: Scan, at: number): VerbTense {
  const token = tokenAt(scan, at)
  if (token.kind !== 'word') return undefined
  const word = whole(scan, at)
  const bare = withoutConjunction(word)
  if (isNoun(scan, at, bare)) return undefined
  if (pastWords.has(word) || pastWords.has(bare) || pastForm.test(word)) return 'past'
  if (scheduled.has(bare) || scheduled.has(word)) {
    // كان من المقرر: it was to happen.
    const was = [1, 2, 3].some(n =>
      ['كان', 'كانت'].includes(withoutConjunction(whole(scan, at - n))),
    )
    return was ? 'past' : 'future'
  }
  if (futureWords.has(word) || futureWords.has(bare)) return 'future'
  if (futureVerb.test(word) && !notFuture.test(bare)) return 'future'
  if (!isPresent(word)) return undefined
  if (
    isWord(scan, at - 1, 'لم') ||
    ['كان', 'كانت'].includes(withoutConjunction(whole(scan, at - 1)))
  )
    return 'past'
  return isWord(scan, at - 1, 'لن', 'سوف') ? 'future' : 'present'
}

/** Where another clause begins: what follows is said by someone, or of someone. */
const clause = ['ان', 'انه', 'انها', 'انهم', 'التي', 'الذي', 'الذين', 'بان', 'بانه']

/** أن يجتمع: what is planned or decided lies ahead, unless it was (كان من المقرر أن) or came before (قبل أن). */
function subjunctive(scan: Scan, at: number, sentence: number): 'past' | 'future' | undefined {
  if (isWord(scan, at - 1, 'قبل', 'بعد', 'منذ', 'دون')) return undefined
  for (let n = at - 1; n >= Math.max(sentence, at - 6); n--)
    if (['كان', 'كانت'].includes(withoutConjunction(whole(scan, n)))) return 'past'
  return 'future'
}

const beginnings = new Set(['اعتبارا', 'ابتداء', 'بدءا', 'ابتداءا'])

/** أرجئت الجلسة إلى الأحد، حدد 20 نوفمبر موعدا: what is put off or appointed lies ahead, whatever its verb. */
function isAppointed(scan: Scan, start: number, next: number, sentence: number): boolean {
  if (isWord(scan, next, 'موعدا')) return true
  const put = particleAt(scan, start - 1) === 'الي'
  for (let at = start - 1; at >= Math.max(sentence, start - reach); at--) {
    const word = withoutConjunction(whole(scan, at))
    if (put && deferring.has(word)) return true
    if (!put && word.startsWith('موعد'))
      return [1, 2, 3].some(n => appointing.has(withoutConjunction(whole(scan, at - n))))
  }
  return false
}

/** The tense of the clause a date stands in: its nearest verb before, or, where it opens the sentence, after. */
export function tenseAt(scan: Scan, start: number, next: number, sentence: number): Tense {
  const before = particleAt(scan, start - 1)
  if (before === 'منذ' || before === 'مذ') return { tense: 'past' }
  // العقود الآجلة تسليم أكتوبر
  if (before === 'تسليم') return { tense: 'future' }
  const from = before === 'من' && beginnings.has(tokenAt(scan, start - 2).key)
  const until = before === 'حتي' || before === 'لغايه'
  if (isAppointed(scan, start, next, sentence)) return { tense: 'future' }
  for (let at = start - 1; at >= Math.max(sentence, start - reach); at--) {
    const tense = tenseOf(scan, at)
    if (!tense) continue
    if (tense === 'present' && isWord(scan, at - 1, 'ان')) {
      const wished = subjunctive(scan, at - 1, sentence)
      if (wished) return { tense: wished, verbFirst: true }
    }
    // «يجتمع المجلس الأحد» announces; «بايدن يتحدث الجمعة» describes a picture.
    const opening =
      fixedAhead.has(withoutConjunction(whole(scan, at))) ||
      at === sentence ||
      (at === sentence + 1 && tokenAt(scan, sentence).kind === 'mark')
    // تستمر حتى الأحد: it goes on to a day ahead.
    return { tense, verbFirst: opening || ((from || until) && tense === 'present') }
  }
  if (before === 'بحلول' || from || until) return { tense: 'future' }
  if (start - sentence > 2) return {}
  for (let at = next; at < next + 6; at++) {
    const { kind } = tokenAt(scan, at)
    if (kind === 'line' || clause.includes(whole(scan, at))) break
    if (kind === 'mark' && !'،:'.includes(tokenAt(scan, at).key)) break
    const tense = tenseOf(scan, at)
    if (tense) return { tense, verbFirst: true }
  }
  return {}
}

/** «ما يحدث اليوم», «أن المفاوضات اليوم تسعى»: today for these days, not for one day. */
export function isNowadays(scan: Scan, start: number, next: number): boolean {
  if (isWord(scan, start - 2, 'ما') && isPresent(whole(scan, start - 1))) return true
  if (tokenAt(scan, start - 1).key === 'عالم') return true
  return (
    isPresentLoose(whole(scan, next)) &&
    tokenAt(scan, start - 1).key.startsWith('ال') &&
    isWord(scan, start - 2, 'ان', 'بان')
  )
}

/** Behind a noun and «اليوم» a word in ت or ي is its verb. */
const isPresentLoose = (word: string) => /^[يت][\u0621-\u064a]{2,}$/.test(word)
