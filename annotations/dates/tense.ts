import { isWord, type Scan, tokenAt } from './scan.ts'
import {
  futureVerb,
  futureWords,
  notFuture,
  notPresent,
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
  /^[وف]/.test(word) && word.length > 4 ? word.slice(1) : word

/** A word in the present: يجتمع, and the feminine verbs of announcements. */
export function isPresent(word: string): boolean {
  const bare = withoutConjunction(word)
  if (presentFeminine.has(bare)) return true
  return presentVerb.test(word) && !notPresent.test(bare)
}

function tenseOf(scan: Scan, at: number): 'past' | 'future' | 'present' | undefined {
  const token = tokenAt(scan, at)
  if (token.kind !== 'word') return undefined
  const word = whole(scan, at)
  const bare = withoutConjunction(word)
  if (pastWords.has(word) || pastWords.has(bare)) return 'past'
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

/** The tense of the clause a date stands in: its nearest verb before, or, where it opens the sentence, after. */
export function tenseAt(scan: Scan, start: number, next: number, sentence: number): Tense {
  const before = tokenAt(scan, start - 1)
  if (before.key === 'منذ' || before.key === 'مذ') return { tense: 'past' }
  for (let at = start - 1; at >= Math.max(sentence, start - reach); at--) {
    const tense = tenseOf(scan, at)
    if (!tense) continue
    // «يجتمع المجلس الأحد» announces; «بايدن يتحدث الجمعة» describes a picture.
    const opening =
      at === sentence || (at === sentence + 1 && tokenAt(scan, sentence).kind === 'mark')
    return { tense, verbFirst: opening }
  }
  if (before.key === 'بحلول') return { tense: 'future' }
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
