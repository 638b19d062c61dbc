import type { Camp, Contradiction } from './contradictions.ts'
import type { Line } from './line.ts'

type Language = 'ar' | 'en'
type Name = { ar: string; en?: string | undefined }
type How = {
  language: Language
  /** A day (YYYY-MM-DD) as the reader writes it. */
  day(iso: string): string
}

/** Names given of a camp; that there are more is said. */
const named = 3

const others = { ar: 'وغيرهم', en: 'and others' }
const comma = { ar: '، ', en: ', ' }
const unknown = { ar: 'جهة نشر غير معروفة', en: 'an outlet not known' }

/** A name keeps its own direction within a sentence. */
const isolated = (text: string) => `\u2068${text}\u2069`
const nameIn = ({ ar, en }: Name, language: Language) => isolated((language === 'en' && en) || ar)

function speaker({ chain, outlet }: Line, language: Language): string {
  const last = chain.at(-1)
  return last ? nameIn(last.name, language) : isolated(outlet ?? unknown[language])
}

function who({ lines, statements }: Camp, language: Language): string {
  const names = [...new Set(lines.map(line => speaker(line, language)))]
  const listed = names.slice(0, named).join(comma[language])
  const isAll = names.length <= named && statements <= lines.length
  return isAll ? listed : `${listed} ${others[language]}`
}

const sentences = {
  ar: {
    opposed: (yes: string, no: string) =>
      `يقول به ${yes}، وينفيه أو يشكّك فيه ${no}؛ ولا يصحّ القولان معًا.`,
    ownOpposed: (one: string) => `${one}: يقول به في موضع، وينفيه أو يشكّك فيه في موضع آخر.`,
    dates: (camps: string) => `الحدث واحد، والتواريخ المذكورة له لا يجمعها يوم: ${camps}.`,
    ownDates: (one: string, days: string) =>
      `${one}: يذكر لحدث واحد تواريخ لا يجمعها يوم، منها ما يحتمل ${days}.`,
    camp: (names: string, day: string) => `${names} بما يحتمل ${day}`,
    between: '؛ و',
    days: '، ومنها ما يحتمل ',
  },
  en: {
    opposed: (yes: string, no: string) =>
      `Said by ${yes}; denied or doubted by ${no}. Both cannot be so.`,
    ownOpposed: (one: string) => `${one} says it in one place, and denies or doubts it in another.`,
    dates: (camps: string) => `One event, but dates that have no day in common: ${camps}.`,
    ownDates: (one: string, days: string) =>
      `${one} gives one event dates that have no day in common: some allow ${days}.`,
    camp: (names: string, day: string) => `those of ${names} allow ${day}`,
    between: '; ',
    days: ', some ',
  },
} as const

/** Why statements contradict each other, in one sentence: who says what of which day. */
export function explained(
  { kind, party, camps }: Pick<Contradiction, 'kind' | 'party' | 'camps'>,
  { language, day }: How,
): string {
  const say = sentences[language]
  const own = party && nameIn(party.name, language)
  const days = camps.map(camp => isolated(camp.day ? day(camp.day) : ''))
  if (kind === 'dates')
    return own
      ? say.ownDates(own, days.join(say.days))
      : say.dates(
          camps.map((camp, at) => say.camp(who(camp, language), days[at] ?? '')).join(say.between),
        )
  if (own) return say.ownOpposed(own)
  const [yes, no] = (['for', 'against'] as const).map(side =>
    camps
      .filter(camp => camp.side === side)
      .map(camp => who(camp, language))
      .join(comma[language]),
  )
  return say.opposed(yes ?? '', no ?? '')
}
