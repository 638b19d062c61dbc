import { foldWord } from '../fold-word.ts'

/** TIMEX3 unit letters; H, MIN and S are units of the clock. */
export type Unit = 'S' | 'MIN' | 'H' | 'D' | 'W' | 'M' | 'Y' | 'DE' | 'CE'
/** Which way an adjective points: الماضي, المقبل, الجاري, التالي, السابق, نفسه. */
export type Direction = 'last' | 'next' | 'this' | 'following' | 'preceding' | 'same'
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type TwoWordMonth = 'kanun' | 'tishrin' | 'rabi' | 'jumada' | 'dhu'

/** What one written word can mean to the grammar; most words have one of these, some several. */
export type Sense = {
  gregorianMonth?: number
  hijriMonth?: number
  persianMonth?: number
  twoWordMonth?: TwoWordMonth
  /** القعدة 11, الحجة 12: what follows ذو. */
  dhuMonth?: number
  /** ISO: Monday 1. */
  weekday?: number
  /** سبت, خميس: a weekday only after يوم or كل. */
  weekdayBare?: number
  ordinal?: number
  cardinal?: number
  unit?: { unit: Unit; count: 'one' | 'two' | 'many'; definite: boolean }
  direction?: Direction
  part?: 'START' | 'MID' | 'END'
  dayPart?: DayPart
  /** صباحا, مساء: said after a day or a clock time. */
  dayPartAdverb?: DayPart
  season?: { season: Season; definite: boolean }
  /** The tens of a decade: الثمانينيات 80. */
  decade?: number
  /** Days from the anchor: أمس -1. */
  dayShift?: number
  /** Half, third, quarter of an hour or a day. */
  fraction?: 2 | 3 | 4
  /** سنويا: the unit of a set. */
  every?: { amount: number; unit: Unit }
  vague?: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'
  /** What the word may begin although it means none of the above by itself. */
  opens?: readonly Opening[]
}

/** Beginnings that only a word decides: هذا points, قبل counts back. */
export type Opening =
  | 'about'
  | 'ago'
  | 'day'
  | 'feast'
  | 'first'
  | 'in'
  | 'length'
  | 'month'
  | 'number'
  | 'pointing'
  | 'set'
  | 'vague'
  | 'week'
  | 'years'

/** The dictionary, by folded word. */
export const senses = new Map<string, Sense>()

export const fold = (word: string) => foldWord(word, 0, word.length)

/** Words (parted by spaces) get a sense beside those they have. */
export function add(words: string, sense: Sense): void {
  for (const word of words.split(' ')) {
    const key = fold(word)
    const known = senses.get(key)
    const opens = [...(known?.opens ?? []), ...(sense.opens ?? [])]
    senses.set(key, { ...known, ...sense, ...(opens.length > 0 ? { opens } : {}) })
  }
}
