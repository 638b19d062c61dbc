/** What a file with Git's conflict markers said before Git wrote both sides into it. */
export type Sides = { a: string; b: string; base?: string }

const begins = /^<{7}( |$)/
const wasBefore = /^\|{7}( |$)/
const parts = /^={7}$/
const ends = /^>{7}( |$)/

export const hasMarkers = (text: string) => /^<{7}( |\r?$)/m.test(text)

/**
 * Both sides of a file Git could not merge, whole, with what came before them where Git was asked to write it (diff3);
 * undefined where the markers do not fit together.
 */
export function sidesOf(text: string): Sides | undefined {
  type Side = 'both' | 'a' | 'base' | 'b'
  const a: string[] = []
  const b: string[] = []
  const base: string[] = []
  let side: Side = 'both'
  let [marked, diff3] = [0, 0]
  for (const line of text.split(/\r?\n/)) {
    const next: [RegExp, Side, Side[]][] = [
      [begins, 'a', ['both']],
      [wasBefore, 'base', ['a']],
      [parts, 'b', ['a', 'base']],
      [ends, 'both', ['b']],
    ]
    const marker = next.find(([pattern]) => pattern.test(line))
    if (marker) {
      const [, to, from] = marker
      if (!from.includes(side)) return undefined
      if (to === 'a') marked++
      if (to === 'base') diff3++
      side = to
      continue
    }
    if (side === 'both' || side === 'a') a.push(line)
    if (side === 'both' || side === 'b') b.push(line)
    if (side === 'both' || side === 'base') base.push(line)
  }
  if (side !== 'both' || marked === 0) return undefined
  const whole = (lines: string[]) => withCommas(lines.join('\n'))
  return { a: whole(a), b: whole(b), ...(diff3 === marked && { base: whole(base) }) }
}

/** Lines that Git took from either side may have a comma too many at the end of a list, or one missing between two. */
function withCommas(text: string): string {
  try {
    JSON.parse(text)
    return text
  } catch {
    return text.replace(/,(\s*[\]}])/g, '$1').replace(/([}\]"])(\s*\n\s*[{["])/g, '$1,$2')
  }
}
