import { grouped } from '../analysis/grouped.ts'
import type { AcrossCorpus } from './corpus.ts'
import { type Line, lineOf } from './line.ts'
import { hullOf, isoOfDay } from './spoken-date.ts'
import { type ChainEnd, type Party, type Statement, speakerOf } from './statement.ts'

/** Statements that go together in one side of a contradiction. */
export type Camp = {
  side: 'for' | 'against'
  /** A day all of them allow, where dates are what they differ in. */
  day?: string
  statements: number
  lines: Line[]
}

/**
 * Two camps of one subject cannot both be right: some say it and some deny it (`opposed`), or they say it of dates that have
 * no day in common (`dates`). With `party`, it is one source that says both.
 */
export type Contradiction = {
  kind: 'opposed' | 'dates'
  /** A subject; of dates the event, which is the topmost proposition. */
  subject: string
  text: { ar: string; en?: string | undefined }
  code: string | null
  party?: Party
  camps: Camp[]
}

type Ranged = { statement: Statement; from: number; to: number }

/** Lines shown of a camp; how many there are is said beside. */
const shown = 4

function ranged(statements: readonly Statement[]): Ranged[] {
  return statements.flatMap(statement => {
    const hull = statement.side === 'for' ? hullOf(statement.dates) : undefined
    if (!hull) return []
    return {
      statement,
      from: hull.from ?? Number.NEGATIVE_INFINITY,
      to: hull.to ?? Number.POSITIVE_INFINITY,
    }
  })
}

/**
 * The fewest days such that every statement allows one of them, each with those it serves. More than one is a contradiction:
 * for stretches of a line, the fewest days are as many as the most stretches that are apart from each other (Gallai), so
 * statements that contradict each other are found without comparing every two.
 */
export function dateCamps(statements: readonly Statement[]): { day: number; of: Statement[] }[] {
  const byEnd = ranged(statements).sort((a, b) => a.to - b.to || a.from - b.from)
  const camps: { day: number; of: Statement[] }[] = []
  for (const { statement, from, to } of byEnd) {
    const last = camps.at(-1)
    if (last && from <= last.day) last.of.push(statement)
    else
      camps.push({
        day: to === Number.POSITIVE_INFINITY ? Math.max(from, 0) : to - 1,
        of: [statement],
      })
  }
  return camps
}

/** Of dates, only coded claims and claims in nearly the same words are taken to speak of one event. */
function within(
  corpus: AcrossCorpus,
  statements: readonly Statement[],
  by: 'subject' | 'event',
): Map<string, Statement[]> {
  return grouped(statements, ({ key }) => {
    const subject = corpus.subjects.of.get(key) ?? ''
    return by === 'subject' ? subject : (corpus.subjects.all.get(subject)?.event ?? subject)
  })
}

/** A contradiction as it was found, with the statements themselves. */
export type Found = Omit<Contradiction, 'camps'> & {
  camps: (Omit<Camp, 'lines'> & { of: readonly Statement[] })[]
}

/** As it is shown: only of what is shown are lines made. */
export const withLines = (corpus: AcrossCorpus, { camps, ...rest }: Found): Contradiction => ({
  ...rest,
  camps: camps.map(({ of, ...camp }) => ({
    ...camp,
    lines: of.slice(0, shown).map(statement => lineOf(corpus, statement)),
  })),
})

export const contradictionsOf = (...asked: Parameters<typeof findContradictions>) =>
  findContradictions(...asked).map(one => withLines(asked[0], one))

export function findContradictions(
  corpus: AcrossCorpus,
  statements: readonly Statement[],
  end: ChainEnd,
): Found[] {
  const found: Found[] = []
  const campOf = (side: Camp['side'], of: readonly Statement[], day?: number) => ({
    side,
    ...(day === undefined ? {} : { day: isoOfDay(day) }),
    statements: of.length,
    of,
  })
  const about = (subject: string) => {
    const known = corpus.subjects.all.get(subject)
    return { subject, text: known?.text ?? { ar: subject }, code: known?.code ?? null }
  }
  function opposed(subject: string, of: readonly Statement[], party?: Party) {
    const [yes, no] = [of.filter(s => s.side === 'for'), of.filter(s => s.side === 'against')]
    if (yes.length === 0 || no.length === 0) return
    const camps = [campOf('for', yes), campOf('against', no)]
    found.push({ kind: 'opposed', ...about(subject), ...(party && { party }), camps })
  }
  function dated(event: string, of: readonly Statement[], party?: Party) {
    const camps = dateCamps(of)
    if (camps.length < 2) return
    found.push({
      kind: 'dates',
      ...about(event),
      ...(party && { party }),
      camps: camps.map(({ day, of }) => campOf('for', of, day)),
    })
  }
  /** It takes two to contradict each other; what is said once is most of a corpus that was not coded. */
  const several = (by: 'subject' | 'event') =>
    [...within(corpus, statements, by)].filter(([, of]) => of.length > 1)
  const eachParty = (of: readonly Statement[], look: (own: Statement[], party: Party) => void) => {
    const own = grouped(of, statement => speakerOf(statement, end).key)
    for (const [key, mine] of own) {
      const party = speakerOf(mine[0] as Statement, end)
      // Words like "two sources" are not one source; only the register knows who is who.
      if (party.registered && mine.length > 1 && key !== '') look(mine, party)
    }
  }
  for (const [subject, of] of several('subject')) {
    opposed(subject, of)
    eachParty(of, (own, party) => opposed(subject, own, party))
  }
  for (const [event, of] of several('event')) {
    dated(event, of)
    eachParty(of, (own, party) => dated(event, own, party))
  }
  const size = ({ camps }: Found) => camps.reduce((sum, camp) => sum + camp.statements, 0)
  const coded = ({ code }: Found) => (code === null ? 1 : 0)
  return found.sort(
    (a, b) =>
      coded(a) - coded(b) ||
      Number(b.party !== undefined) - Number(a.party !== undefined) ||
      size(b) - size(a) ||
      (a.subject < b.subject ? -1 : 1),
  )
}
