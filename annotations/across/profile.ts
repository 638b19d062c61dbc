import type { AcrossCorpus } from './corpus.ts'
import { type AcrossFilter, matching } from './filter.ts'
import { classOf, type SourceClass, sourceOf } from './source-class.ts'
import { type Party, type Statement, speakerOf } from './statement.ts'

export type ProfileRow = {
  outlet: string
  documents: number
  statements: number
  /** By the class of who is said to have said it. */
  sources: Record<SourceClass, number>
  /** Statements that came by way of an agency or another outlet, or through more than one mouth. */
  relayed: number
  viaMedia: number
  direct: number
  mixed: number
  indirect: number
  /** Who is cited most. */
  cited: { key: string; name: Party['name']; statements: number }[]
  /** Sources that are cited, and how many of them are named in no article of this outlet. */
  citedAll: number
}

export type Profile = { rows: ProfileRow[]; statements: number; allRows: number }

const mostCited = 8
const mostRows = 60

function rowOf(outlet: string, statements: readonly Statement[]): ProfileRow {
  const sources: ProfileRow['sources'] = {
    named: 0,
    institution: 0,
    anonymous: 0,
    agency: 0,
    other: 0,
    own: 0,
  }
  const cited = new Map<string, { key: string; name: Party['name']; statements: number }>()
  let [relayed, viaMedia] = [0, 0]
  const said: Record<string, number> = {}
  for (const statement of statements) {
    const { chain, directness } = statement
    const last = chain.at(-1)
    sources[sourceOf(statement)]++
    if (chain.length > 1) relayed++
    if (chain.some(link => classOf(link) === 'agency')) viaMedia++
    if (directness !== null) said[directness] = (said[directness] ?? 0) + 1
    if (!last) continue
    const { key, name } = speakerOf(statement, 'inner')
    const known = cited.get(key) ?? { key, name, statements: 0 }
    known.statements++
    cited.set(key, known)
  }
  const most = [...cited.values()].sort(
    (a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1),
  )
  return {
    outlet,
    documents: new Set(statements.map(({ document }) => document)).size,
    statements: statements.length,
    sources,
    relayed,
    viaMedia,
    direct: said.direct ?? 0,
    mixed: said.mixed ?? 0,
    indirect: said.indirect ?? 0,
    cited: most.slice(0, mostCited),
    citedAll: most.length,
  }
}

/** Whom each outlet cites, how it names them, and how often it quotes them in their words. */
export function profileOf(corpus: AcrossCorpus, filter: AcrossFilter): Profile {
  const statements = matching(corpus, filter)
  const byOutlet = new Map<string, Statement[]>()
  for (const statement of statements) {
    const outlet = statement.outlet ?? ''
    const known = byOutlet.get(outlet)
    if (known) known.push(statement)
    else byOutlet.set(outlet, [statement])
  }
  const rows = [...byOutlet]
    .map(([outlet, own]) => rowOf(outlet, own))
    .sort((a, b) => b.statements - a.statements || (a.outlet < b.outlet ? -1 : 1))
  return { rows: rows.slice(0, mostRows), statements: statements.length, allRows: rows.length }
}
