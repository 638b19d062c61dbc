import { z } from 'zod'
import type { AcrossCorpus } from './corpus.ts'
import { sourceClasses, sourceOf } from './source-class.ts'
import { publishedDays } from './spoken-date.ts'
import { chainEnds, type Statement, speakerOf } from './statement.ts'

/** Which statements are looked at; what is not said is not asked. */
export const acrossFilter = z.strictObject({
  /** Whose sets; absent is the set that speaks for each document. */
  annotator: z.string().optional(),
  outlets: z.array(z.string()).max(500).optional(),
  /** Parties by key, anywhere in the chain. */
  actors: z.array(z.string()).max(500).optional(),
  /** Published on or after, on or before (YYYY, YYYY-MM or YYYY-MM-DD). */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Linked to an annotation of this label. */
  label: z.string().optional(),
  /** One subject alone. */
  subject: z.string().optional(),
  /** One event: a proposition with all below it. */
  event: z.string().optional(),
  /** How who is said to have said it is known. */
  source: z.enum(sourceClasses).optional(),
  /** Two parties by key: what either says of the subjects that both take a side on. */
  between: z.tuple([z.string(), z.string()]).optional(),
})
export type AcrossFilter = z.infer<typeof acrossFilter>

export function matching(corpus: AcrossCorpus, filter: AcrossFilter): Statement[] {
  const found = matchingOne(corpus, filter)
  return filter.between ? shared(corpus, found, filter.between) : found
}

/** Statements of two that take a side on what the other takes one on, too. */
function shared(
  corpus: AcrossCorpus,
  statements: readonly Statement[],
  two: readonly [string, string],
): Statement[] {
  const about = ({ key }: Statement) => corpus.subjects.of.get(key) ?? ''
  const isBy = (statement: Statement, who: string) =>
    statement.side !== 'neutral' && chainEnds.some(end => speakerOf(statement, end).key === who)
  const [one, other] = two.map(
    who => new Set(statements.filter(statement => isBy(statement, who)).map(about)),
  ) as [Set<string>, Set<string>]
  return statements.filter(
    statement =>
      one.has(about(statement)) &&
      other.has(about(statement)) &&
      two.some(who => isBy(statement, who)),
  )
}

function matchingOne(corpus: AcrossCorpus, filter: AcrossFilter): Statement[] {
  const { annotator, label, subject, event, source } = filter
  const outlets = filter.outlets && new Set(filter.outlets)
  const actors = filter.actors && new Set(filter.actors)
  const from = filter.from ? publishedDays(filter.from)?.start : undefined
  const to = filter.to ? publishedDays(filter.to)?.end : undefined
  const isOfOne = annotator !== undefined && annotator !== ''
  return (isOfOne ? corpus.statements : corpus.speaking).filter(statement => {
    if (isOfOne && statement.annotator !== annotator) return false
    if (outlets && !outlets.has(statement.outlet ?? '')) return false
    if (label !== undefined && !statement.labels.includes(label)) return false
    if (subject !== undefined && corpus.subjects.of.get(statement.key) !== subject) return false
    if (source !== undefined && sourceOf(statement) !== source) return false
    if (event !== undefined) {
      const own = corpus.subjects.all.get(corpus.subjects.of.get(statement.key) ?? '')
      if (own?.event !== event) return false
    }
    if (actors && !speaks(statement, actors)) return false
    if (from === undefined && to === undefined) return true
    // What has no date is in no stretch of time.
    const days = statement.published ? publishedDays(statement.published) : undefined
    if (!days) return false
    return (from === undefined || days.end > from) && (to === undefined || days.start < to)
  })
}

function speaks(statement: Statement, actors: ReadonlySet<string>): boolean {
  return (
    statement.chain.some(({ party }) => actors.has(party.key)) ||
    chainEnds.some(end => actors.has(speakerOf(statement, end).key))
  )
}
