import type { LogEntry } from './action.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'

/** The entries that led to this state of the set without a gap, oldest first: what can be taken back one by one. */
export function pathTo(
  set: Pick<AnnotationSet, 'revision' | 'updated'>,
  entries: readonly LogEntry[],
): LogEntry[] {
  const path: LogEntry[] = []
  let { revision, updated }: { revision: number; updated?: string | undefined } = set
  for (const entry of [...entries].reverse()) {
    if (entry.revision !== revision || entry.at !== updated) continue
    path.push(entry)
    revision = entry.revision - 1
    updated = entry.base
  }
  return path.reverse()
}

/** What an undo would take back next is the last of `undo`, what a redo would make again the last of `redo`. */
export type Steps = { undo: LogEntry[]; redo: LogEntry[] }

/**
 * The steps as they stood when the last entry was made. Going back to an earlier state is a step like any other, so
 * that it can be undone too.
 */
export function stepsOf(path: readonly LogEntry[]): Steps {
  const undo: LogEntry[] = []
  let redo: LogEntry[] = []
  for (const entry of path)
    switch (entry.kind) {
      case 'edit':
      case 'restore':
      case 'merge':
        undo.push(entry)
        redo = []
        break
      case 'undo': {
        const step = undo.pop()
        if (step) redo.push(step)
        break
      }
      case 'redo': {
        const step = redo.pop()
        if (step) undo.push(step)
        break
      }
    }
  return { undo, redo }
}

/** The changes that take the end of a path back to how things stood after `revision`. */
export const backTo = (path: readonly LogEntry[], revision: number): Change[] =>
  [...path]
    .reverse()
    .filter(entry => entry.revision > revision)
    .flatMap(({ inverse }) => inverse)
