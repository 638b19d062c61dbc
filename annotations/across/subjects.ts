import type { Proposition } from '../model/proposition.ts'
import { byCodePoint } from '../text/code-point-order.ts'
import { clusterClaims } from './cluster-claims.ts'
import type { Statement } from './statement.ts'

/** What statements are about: a proposition of the codebook, or claims of similar words that were not coded. */
export type Subject = {
  /** `p:` and the proposition's id, or `c:` and the statement that speaks for a cluster. */
  readonly key: string
  readonly code: string | null
  readonly text: { readonly ar: string; readonly en?: string | undefined }
  /** What it has in common with others: the topmost proposition above it, else itself. */
  readonly event: string
}

export type Subjects = {
  readonly of: ReadonlyMap<string, string>
  readonly all: ReadonlyMap<string, Subject>
}

function topOf(id: string, byId: ReadonlyMap<string, Proposition>): string {
  const seen = new Set([id])
  let at = id
  for (;;) {
    const above = byId.get(at)?.parent
    if (above === undefined || seen.has(above) || !byId.has(above)) return at
    seen.add(above)
    at = above
  }
}

/** By date, then place: the order in which claims become clusters, whatever order the files were read in. */
function earlier(a: Statement, b: Statement): number {
  return (
    byCodePoint(a.published ?? '9', b.published ?? '9') ||
    byCodePoint(a.document, b.document) ||
    byCodePoint(a.annotator, b.annotator) ||
    a.start - b.start ||
    byCodePoint(a.claim, b.claim)
  )
}

/** The subject of every statement. What points to a proposition that is gone is taken as not coded. */
export function subjectsOf(
  statements: readonly Statement[],
  codebook: readonly Proposition[],
): Subjects {
  const byId = new Map(codebook.map(one => [one.id, one]))
  const all = new Map<string, Subject>()
  for (const { id, code, text } of codebook)
    all.set(`p:${id}`, { key: `p:${id}`, code, text, event: `p:${topOf(id, byId)}` })
  const of = new Map<string, string>()
  const uncoded: Statement[] = []
  for (const statement of statements) {
    const { proposition } = statement
    if (proposition !== null && byId.has(proposition)) of.set(statement.key, `p:${proposition}`)
    else uncoded.push(statement)
  }
  uncoded.sort(earlier)
  const quotes = new Map(uncoded.map(({ key, quote }) => [key, quote]))
  for (const [key, leader] of clusterClaims(uncoded)) {
    const subject = `c:${leader}`
    of.set(key, subject)
    if (!all.has(subject))
      all.set(subject, {
        key: subject,
        code: null,
        text: { ar: quotes.get(leader) ?? '' },
        event: subject,
      })
  }
  return { of, all }
}
