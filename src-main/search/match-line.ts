import { z } from 'zod'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
import { firstIssue } from '../../annotations/model/stored-format.ts'

const asked = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  query: z.string(),
  text: z.string(),
  mode: z.enum(['word', 'substring']).default('word'),
})

type Answer = { ok: true; line: string } | { ok: false; detail: string }

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** One line of `isnad match`: a query and a text in, where it matches out. Offsets are UTF-16, half-open. */
export function matchLine(line: string): Answer {
  const value = parsed(line)
  if (value instanceof Error) return { ok: false, detail: value.message }
  const read = asked.safeParse(value)
  if (!read.success) return { ok: false, detail: firstIssue(read.error) }
  const { id, query, text, mode } = read.data
  const matches = findMatches(text, query, mode).map(({ start, end }) => ({
    start,
    end,
    text: text.slice(start, end),
  }))
  return { ok: true, line: JSON.stringify({ id, matches }) }
}
