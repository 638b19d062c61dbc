import { type AcrossCorpus, corpusOf } from '../../../annotations/across/corpus.ts'
import type { Side } from '../../../annotations/across/side.ts'
import { spokenDate } from '../../../annotations/across/spoken-date.ts'
import type { Statement } from '../../../annotations/across/statement.ts'
import type { DateValue } from '../../../annotations/model/date-value.ts'
import type { Proposition } from '../../../annotations/model/proposition.ts'

type Said = {
  who?: string
  outlet?: string
  published?: string
  quote?: string
  side?: Side
  stance?: string
  proposition?: string
  dates?: [string, DateValue['mod']?][]
  document?: string
}

let made = 0

/** A statement of a person of the register, in a document of its own unless one is named. */
export function said(given: Said): Statement {
  const n = String(++made).padStart(4, '0')
  const { who, document = `d${n}`, quote = `قول ${n}` } = given
  const side = given.side ?? 'for'
  return {
    key: `${document}/a/c${n}`,
    document,
    title: document,
    outlet: given.outlet ?? 'المنبر',
    published: given.published,
    annotator: 'a',
    claim: `c${n}`,
    start: 0,
    end: quote.length,
    quote,
    stance: given.stance ?? (side === 'against' ? 'denies' : 'asserts'),
    side,
    proposition: given.proposition ?? null,
    chain: who
      ? [
          {
            party: { key: who, name: { ar: who }, kind: 'person', registered: true },
            kind: 'named-person',
          },
        ]
      : [],
    directness: null,
    dates: (given.dates ?? []).map(([value, mod]) =>
      spokenDate({ type: 'DATE', value, ...(mod && { mod }) }, value),
    ),
    labels: ['claim'],
  }
}

export const proposition = (id: string, code: string, parent?: string): Proposition => ({
  id,
  code,
  text: { ar: `القضية ${code}` },
  notes: '',
  ...(parent === undefined ? {} : { parent }),
})

export const corpus = (
  statements: readonly Statement[],
  codebook: readonly Proposition[] = [],
): AcrossCorpus =>
  corpusOf(statements, new Set(statements.map(({ document }) => `${document}/a`)), codebook)
