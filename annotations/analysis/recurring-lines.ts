import { copiesAmong, type Fingerprint } from '../arabic/fingerprint.ts'

/** The candidates of one document, each once: at the edges of its page and inside its text. */
export type PageLines = { edge: string[]; inside: string[] }

/** A line that many documents of an outlet have. */
export type RecurringLine = {
  readonly key: string
  /** Marked inside of the text, too; else at the edges alone. */
  readonly anywhere: boolean
  readonly documents: readonly string[]
}

/** In fewer articles it may be chance, and so it may in a smaller share of an outlet's. */
export const fewest = 5
const share = 0.2
/** What stands in the middle of the text recurs in half of them at least, and is more than a subheading. */
const insideShare = 0.5
const insideWords = 3

function documentsByKey(
  outlet: ReadonlyMap<string, PageLines>,
  of: (lines: PageLines) => readonly string[],
): Map<string, string[]> {
  const byKey = new Map<string, string[]>()
  for (const [id, lines] of outlet)
    for (const key of of(lines)) {
      const ids = byKey.get(key)
      if (ids) ids.push(id)
      else byKey.set(key, [id])
    }
  return byKey
}

/**
 * Lines that recur in an outlet's documents often enough to be furniture, if those are different articles
 * (`differentArticles`). By key; the same for the same documents in whatever order they came.
 */
export function recurringLines(outlet: ReadonlyMap<string, PageLines>): RecurringLine[] {
  const atEdges = documentsByKey(outlet, ({ edge }) => edge)
  const anywhere = documentsByKey(outlet, ({ edge, inside }) => [...new Set([...edge, ...inside])])
  const enough = (ids: readonly string[], part: number) =>
    ids.length >= fewest && ids.length >= outlet.size * part
  const found = [...anywhere].flatMap(([key, all]): RecurringLine[] => {
    const edge = atEdges.get(key) ?? []
    const isAnywhere = enough(all, insideShare) && key.split(' ').length >= insideWords
    if (!isAnywhere && !enough(edge, share)) return []
    return [{ key, anywhere: isAnywhere, documents: (isAnywhere ? all : edge).toSorted() }]
  })
  return found.sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** How many articles there are among texts, copies of one another counted once; too short a text is none. */
export function differentArticles(prints: readonly (Fingerprint | undefined)[]): number {
  const copies = copiesAmong(prints).reduce((sum, group) => sum + group.length - 1, 0)
  return prints.filter(print => print !== undefined).length - copies
}
