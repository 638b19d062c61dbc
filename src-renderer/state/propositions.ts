import type { Proposition } from '../../annotations/model/proposition.ts'
import { language } from '../strings/words.ts'

/** A proposition of what was typed; its code is the next number that is free. */
export function newProposition(typed: string, known: readonly Proposition[]): Proposition {
  const taken = known.map(({ code }) => Number(code)).filter(Number.isFinite)
  const code = String(Math.floor(Math.max(0, ...taken)) + 1)
  return {
    id: `p-${crypto.randomUUID().slice(0, 13)}`,
    code,
    text: { ar: typed },
    notes: '',
  }
}

export const textOf = ({ text }: Proposition) => (language() === 'en' && text.en) || text.ar
