import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readScheme, type SchemeProblem } from '../../annotations/model/check-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { storedScheme } from '../../annotations/model/stored.ts'
import { parseFormat } from '../../annotations/model/stored-format.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { readWhole } from '../storage/read-whole.ts'

/** Bytes; the largest scheme one could read through is some hundred kB. */
const largest = 8 * 1024 * 1024

export function badScheme(file: string, problems: readonly SchemeProblem[]): AppError {
  const [first] = problems
  return appError(
    'bad-scheme',
    { file, problems: problems.length, first: first ? `${first.kind}: ${first.at}` : '' },
    problems,
  )
}

/** A project's own file holds a scheme too: it may be taken from there. */
function schemeIn(text: string, file: string): unknown {
  const alone = parseFormat(text, storedScheme.format)
  if (alone.ok) return alone.value
  if (alone.reason.kind === 'not-json')
    throw appError('not-json', { file, detail: alone.reason.detail })
  if (alone.reason.kind === 'newer')
    throw appError('newer-format', { file, found: alone.reason.format, known: alone.reason.known })
  const project = parseFormat(text, 'isnad-project/1')
  if (project.ok) return project.value.scheme
  throw appError('wrong-shape', { file, detail: alone.reason.detail })
}

/** The scheme of a JSON file; one with faults is refused with all of them. */
export async function readSchemeFile(path: string): Promise<LabelScheme> {
  try {
    const { size } = await stat(path)
    const mega = 1024 * 1024
    if (size > largest)
      throw appError('too-large', {
        file: path,
        megabytes: Math.ceil(size / mega),
        limit: largest / mega,
      })
    const text = (await readWhole(path, 'follow')).toString('utf8').replace(/^\ufeff/, '')
    const read = readScheme(schemeIn(text, path))
    if (!read.ok) throw badScheme(basename(path), read.problems)
    return read.scheme
  } catch (error) {
    throw new AppError(failureOf(error, path))
  }
}
