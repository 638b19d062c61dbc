import { z } from 'zod'
import type { Mapping, Target } from '../../annotations/formats/exchange/labels.ts'
import { parseBy } from '../../annotations/model/parse-by.ts'
import { firstIssue } from '../../annotations/model/stored-format.ts'
import { appError } from '../app-error.ts'
import { textOfFile } from './sources.ts'

/** A label of the scheme, or nothing for what is left out; `"+"` adds it under its own name. */
const targets = z.record(z.string(), z.string().min(1).nullable())
const mappingFile = z.union([
  z.strictObject({
    labels: targets.default({}),
    relations: targets.default({}),
    unknown: z.enum(['add', 'refuse']).default('add'),
  }),
  targets.transform(labels => ({ labels, relations: {}, unknown: 'add' as const })),
])

const targetOf = (name: string | null): Target =>
  name === null ? 'skip' : name === '+' ? 'add' : { label: name }

const read = (said: Record<string, string | null>): Record<string, Target> =>
  Object.fromEntries(Object.entries(said).map(([name, target]) => [name, targetOf(target)]))

/** `--map FILE`: what foreign labels and relation types become. */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await textOfFile(file, 'auto')
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    throw appError('bad-mapping', { file, detail: (error as Error).message })
  }
  const parsed = parseBy(mappingFile, raw)
  if (!parsed.success) throw appError('bad-mapping', { file, detail: firstIssue(parsed.error) })
  const { labels, relations, unknown } = parsed.data
  return { labels: read(labels), relations: read(relations), unknown }
}
