import { readFile } from 'node:fs/promises'
import type { Change } from '../../annotations/model/change.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { readLog } from '../../src-main/storage/action-log.ts'
import type { ProjectPaths } from '../../src-main/storage/paths.ts'

/** How many annotations stand at a time, so that a set stays small however long it is edited. */
const standing = 40

/** An edit that is asked for: what it puts, and what of long ago it takes away. */
export type Edit = { put: string; gone: string | undefined; changes: Change[] }

/**
 * One annotator's set on one document, edited by many programs at once, and what must be in it: every acknowledged edit,
 * no refused one, of those whose program was killed either.
 */
export function knownSet(
  paths: ProjectPaths,
  annotator: string,
  documentId: string,
  { text }: { text: string },
) {
  const there = new Set<string>()
  const unsure = new Set<Edit>()
  const acknowledged = new Map<number, string>()
  const foreign = new Set<number>()
  const found = { lost: 0, ghosts: 0, twice: 0, unread: 0 }
  let made = 0

  function edit(): Edit {
    const put = `e${made++}`
    const start = text.indexOf('سعاد') + (made % 4)
    const old = [...there]
    const gone = old.length >= standing ? old[0] : undefined
    return {
      put,
      gone,
      changes: [
        {
          kind: 'put-annotation',
          annotation: {
            id: put,
            label: 'cue',
            spans: [spanOf(text, start, start + 1)],
            attributes: {},
          },
        },
        ...(gone === undefined ? [] : [{ kind: 'remove-annotation' as const, id: gone }]),
      ],
    }
  }

  function count({ put, gone }: Edit) {
    there.add(put)
    if (gone !== undefined) there.delete(gone)
  }

  function acknowledge(edit: Edit, revision: number) {
    // Two saves that made the same revision: one of them has overwritten the other.
    if (acknowledged.has(revision)) found.twice++
    acknowledged.set(revision, edit.put)
    count(edit)
  }

  /** Look at the set's file as any program would, while nobody is saving. */
  async function look(): Promise<void> {
    const bytes = await readFile(paths.set(annotator, documentId), 'utf8').catch(() => undefined)
    if (bytes === undefined && there.size === 0) return
    const stored = storedSet.parse(bytes ?? '')
    if (!stored.ok) {
      found.unread++
      return
    }
    const ids = new Set(stored.value.annotations.map(({ id }) => id))
    // Unacknowledged, for its program was killed: it stands or it does not, and stays so.
    for (const edit of unsure) if (ids.has(edit.put)) count(edit)
    unsure.clear()
    for (const id of there) if (!ids.has(id)) found.lost++
    for (const id of ids) if (!there.has(id)) found.ghosts++
    // Said once.
    there.clear()
    for (const id of ids) there.add(id)
  }

  /** Is every acknowledged edit in the log, which has no spoiled line? */
  async function lookAtLog(): Promise<void> {
    const { entries, spoiled } = await readLog(paths, annotator, documentId)
    found.lost += spoiled.length
    const logged = new Set(
      entries.flatMap(({ revision, changes }) =>
        changes.map(change =>
          change.kind === 'put-annotation' ? `${revision} ${change.annotation.id}` : '',
        ),
      ),
    )
    for (const [revision, put] of acknowledged)
      if (!logged.has(`${revision} ${put}`) && !foreign.has(revision)) found.lost++
  }

  return {
    annotator,
    documentId,
    edit,
    acknowledge,
    /** A program that knows nothing of logs wrote this revision. */
    wroteForeign(edit: Edit, revision: number) {
      foreign.add(revision)
      acknowledge(edit, revision)
    },
    mayHaveMade: (edit: Edit) => void unsure.add(edit),
    look,
    lookAtLog,
    found,
    acknowledgedCount: () => acknowledged.size,
  }
}
export type KnownSet = ReturnType<typeof knownSet>
