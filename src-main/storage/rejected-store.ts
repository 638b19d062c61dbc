import { rejectedKeys } from '../../annotations/api/suggesting.ts'
import { parseBy } from '../../annotations/model/parse-by.ts'
import { firstIssue, parseFormat, type Stored } from '../../annotations/model/stored-format.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { readStored, writeStored } from './json-file.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'

type Rejected = { rejected: string[] }

const storedRejected: Stored<Rejected> = {
  format: 'isnad-rejected/1',
  parse(text) {
    const raw = parseFormat(text, 'isnad-rejected/1')
    if (!raw.ok) return raw
    const parsed = parseBy(rejectedKeys, raw.value)
    if (parsed.success) return { ok: true, value: parsed.data }
    return { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
  },
  // Sorted, so that two people's copies merge line by line.
  stringify: ({ rejected }) =>
    `${JSON.stringify({ format: 'isnad-rejected/1', rejected: [...rejected].sort(byCodePoint) }, null, 2)}\n`,
}

/** What an annotator has rejected on a document; nothing where nothing was. */
export async function readRejected(
  paths: ProjectPaths,
  annotator: string,
  id: string,
): Promise<string[]> {
  return (await readStored(paths.rejected(annotator, id), storedRejected))?.rejected ?? []
}

const inTurn = oneAtATime()

/** Reject more, or take some back; the answer is all of them. */
export const changeRejected = (
  paths: ProjectPaths,
  annotator: string,
  id: string,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<string[]> =>
  inTurn(paths.rejected(annotator, id), async () => {
    const rejected = new Set(await readRejected(paths, annotator, id))
    for (const key of add) rejected.add(key)
    for (const key of remove) rejected.delete(key)
    await writeStored(paths.rejected(annotator, id), storedRejected, { rejected: [...rejected] })
    return [...rejected]
  })
