import type { AcrossCorpus } from './corpus.ts'
import type { Side } from './side.ts'
import type { SpokenDate } from './spoken-date.ts'
import type { Statement } from './statement.ts'

/** A date's value, all that is needed to say it in words, and the words of the article. */
export type SaidDate = Pick<SpokenDate, 'type' | 'value' | 'mod' | 'edtf' | 'quote'>

export const saidDate = ({ type, value, mod, edtf, quote }: SpokenDate): SaidDate => ({
  type,
  value,
  ...(mod && { mod }),
  ...(edtf && { edtf }),
  quote,
})

/** A statement as a view shows it, with all that a jump to its words needs. */
export type Line = {
  key: string
  document: string
  title: string
  outlet?: string | undefined
  published?: string | undefined
  annotator: string
  claim: string
  start: number
  end: number
  quote: string
  stance: string | null
  side: Side
  subject: string
  chain: { key: string; name: { ar: string; en?: string | undefined }; kind: string | null }[]
  dates: SaidDate[]
}

export function lineOf(corpus: AcrossCorpus, statement: Statement): Line {
  const { chain, dates, labels: _l, proposition: _p, directness: _d, ...rest } = statement
  return {
    ...rest,
    subject: corpus.subjects.of.get(statement.key) ?? '',
    chain: chain.map(({ party, kind }) => ({ key: party.key, name: party.name, kind })),
    dates: dates.map(saidDate),
  }
}
