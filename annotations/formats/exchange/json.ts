import type { FormatProblem } from '../format.ts'

/** Deeper than this no format of ours is, and what is may break whoever walks it. */
const deepest = 100

/** How deep brackets nest, strings left out. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (inString) {
      if (letter === 92) at++
      else if (letter === 34) inString = false
    } else if (letter === 34) inString = true
    else if (letter === 123 || letter === 91) most = Math.max(most, ++depth)
    else if (letter === 125 || letter === 93) depth--
  }
  return most
}

export type ParsedJson = { value: unknown } | { problem: FormatProblem }

/** A JSON text of somebody else's; what is wrong with it is said. */
export function parseJson(text: string): ParsedJson {
  if (depthOf(text) > deepest) return { problem: { kind: 'too-deep' } }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: { kind: 'not-json', detail: (error as Error).message } }
  }
}
