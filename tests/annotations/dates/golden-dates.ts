import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A line of `tests/golden/dates/`: one expression in its sentence, or (`type: null`) what only looks like one. */
const goldenDate = z.object({
  id: z.string(),
  text: z.string(),
  expression: z.string(),
  start: z.int(),
  end: z.int(),
  anchor: z.string().nullable(),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).nullable(),
  value: z.string().nullable(),
  mod: z.string().optional(),
  edtf: z.string().optional(),
  alt_values: z.array(z.string()).optional(),
})
export type GoldenDate = z.infer<typeof goldenDate>

export const goldenDates = (file: string): GoldenDate[] =>
  readFileSync(new URL(`../../golden/dates/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => goldenDate.parse(JSON.parse(line)))
