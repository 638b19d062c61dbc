import type { Language } from '../../annotations/api/failure-text.ts'
import type { Concordance } from '../../annotations/api/searching.ts'

/** Letters of context on each side. */
const shown = 40

/** Hits as lines a terminal can show: place, then the hit between brackets in its line. */
export function concordanceText(
  { total, lines, documents, searched }: Concordance,
  language: Language,
): string {
  const rows = lines.map(({ document, start, before, hit, after }) => {
    const line = `${before.slice(-shown)}[${hit}]${after.slice(0, shown)}`
    return `${document}:${start}\t${line.replace(/\s+/g, ' ')}`
  })
  const summary =
    language === 'ar'
      ? `الإصابات: ${total}، في وثائق: ${documents} من ${searched}؛ المعروض: ${lines.length}`
      : `${total} hits in ${documents} of ${searched} documents; shown: ${lines.length}`
  return [...rows, summary].join('\n')
}

/** The query with a mark under what is wrong with it. */
export function placeInQuery({ query, start, end }: { query: string; start: number; end: number }) {
  return `  ${query}\n  ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`
}
