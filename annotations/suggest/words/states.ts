import { fold } from '../../arabic/fold.ts'
import { once } from './folded-set.ts'
import { stateRows } from './state-table.ts'

export type State = { readonly name: string; readonly capitals: readonly string[] }

const parts = (cell: string | undefined) =>
  (cell ?? '').split('،').flatMap(part => (part.trim() === '' ? [] : [part.trim()]))

type Lexicon = {
  /** Folded name → canonical name. */
  readonly names: ReadonlyMap<string, string>
  readonly capitals: ReadonlyMap<string, string>
  /** Folded adjective without article, in every form → canonical name of the state. */
  readonly adjectives: ReadonlyMap<string, string>
}

/** عراقي، عراقية، عراقيون، عراقيين، عراقيان، عراقيتين. */
const endings = ['', 'ة', 'ون', 'ين', 'ان', 'تان', 'تين', 'ات', 'ا']

export const states = once((): Lexicon => {
  const [names, capitals, adjectives] = [new Map(), new Map(), new Map()]
  for (const row of stateRows.trim().split('\n')) {
    const [named, capital, adjective] = row.split('|')
    const [canonical, ...others] = parts(named)
    if (canonical === undefined) continue
    for (const name of [canonical, ...others]) names.set(fold(name).folded, canonical)
    for (const name of parts(capital)) capitals.set(fold(name).folded, canonical)
    for (const base of parts(adjective))
      for (const ending of endings) adjectives.set(fold(base + ending).folded, canonical)
  }
  return { names, capitals, adjectives }
})
