import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import { noRemarks, type Remark, type Remarks } from '../../annotations/model/remark.ts'
import { storedRemarks } from '../../annotations/model/stored-people.ts'
import type { Verdict } from '../../annotations/review/standing.ts'
import { appError, failureOf } from '../app-error.ts'
import { inParallel } from './in-parallel.ts'
import { readStored, writeStored } from './json-file.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'

export type RemarkStore = ReturnType<typeof remarkStore>

const names = (folder: string) => readdir(folder).catch((): string[] => [])

/** What one person said about one document, read and never taken for another's. */
async function readRemarks(
  paths: ProjectPaths,
  author: string,
  id: string,
): Promise<Remarks | undefined> {
  const file = paths.comment(author, id)
  const found = await readStored(file, storedRemarks)
  if (found && (found.author !== author || found.documentId !== id))
    throw appError('wrong-shape', {
      file,
      detail: `it is ${found.author}’s on ${found.documentId}`,
    })
  return found
}

/** Everybody who has said something in a project. */
export const authorsIn = async (paths: ProjectPaths): Promise<string[]> =>
  (await names(paths.comments)).filter(name => annotator.safeParse(name).success).sort()

/** What was said about a document, one part for each who said something; parts that cannot be read are left out. */
export async function remarksOn(
  paths: ProjectPaths,
  id: string,
  authors?: readonly string[],
): Promise<Remarks[]> {
  const found = await Promise.all(
    (authors ?? (await authorsIn(paths))).map(author =>
      readRemarks(paths, author, id).catch(() => undefined),
    ),
  )
  return found.filter(one => one !== undefined)
}

export function remarkStore(paths: ProjectPaths) {
  const inTurn = oneAtATime()

  /** Everything said in the project, by document, and why the rest could not be read. */
  async function all(): Promise<{ byDocument: Map<string, Remarks[]>; unreadable: Failure[] }> {
    const byDocument = new Map<string, Remarks[]>()
    const unreadable: Failure[] = []
    for (const author of await authorsIn(paths)) {
      const shards = await names(join(paths.comments, author))
      const ids = (
        await Promise.all(shards.map(shard => names(join(paths.comments, author, shard))))
      )
        .flat()
        .filter(name => name.endsWith('.json') && documentId.safeParse(name.slice(0, -5)).success)
        .map(name => name.slice(0, -5))
      await inParallel(ids, 16, async id => {
        try {
          const found = await readRemarks(paths, author, id)
          if (found) byDocument.set(id, [...(byDocument.get(id) ?? []), found])
        } catch (error) {
          unreadable.push(failureOf(error))
        }
      })
    }
    return { byDocument, unreadable }
  }

  /** Change what one person said about a document; only they write it. */
  const edit = (author: string, id: string, how: (now: Remarks) => Remarks) =>
    inTurn(`${author}/${id}`, async () => {
      const now = (await readRemarks(paths, author, id)) ?? noRemarks(id, author)
      const next = how(now)
      await writeStored(paths.comment(author, id), storedRemarks, next)
      return next
    })

  const add = (author: string, id: string, remark: Remark) =>
    edit(author, id, now =>
      now.remarks.some(one => one.id === remark.id)
        ? now
        : { ...now, remarks: [...now.remarks, remark] },
    )

  const markRead = (reader: string, id: string, read: readonly string[]) =>
    edit(reader, id, now => ({ ...now, read: [...new Set([...now.read, ...read])] }))

  return { all, on: (id: string) => remarksOn(paths, id), add, markRead }
}

/** The judgements among what was said. */
export const verdictsIn = (all: readonly Remarks[]): Verdict[] =>
  all.flatMap(({ author, remarks }) =>
    remarks.flatMap(one => (one.kind === 'verdict' ? [{ ...one, author }] : [])),
  )
