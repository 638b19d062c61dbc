import type { AnnotationSet, SetStatus } from '../model/annotation-set.ts'
import { byTime, type RemarkOf } from '../model/remark.ts'

export type Verdict = RemarkOf<'verdict'> & { author: string }

/** How a set stands: as its annotator left it, or as somebody judged it since. */
export type Standing = { status: SetStatus; by?: string | undefined; since?: string | undefined }

type Judged = Pick<AnnotationSet, 'annotator' | 'status' | 'statusBy' | 'statusAt' | 'revision'>

/**
 * A judgement lies in its author's own file and is of the set as it was handed in: handed in again, the set awaits another
 * one. What was approved and changed afterwards is not what was approved.
 */
export function standingOf(set: Judged, verdicts: readonly Verdict[]): Standing {
  const own: Standing = { status: set.status, by: set.statusBy, since: set.statusAt }
  if (set.status !== 'submitted') return own
  const about = verdicts.filter(
    ({ set: judged, verdict }) =>
      judged.annotator === set.annotator &&
      judged.statusAt === set.statusAt &&
      (verdict === 'changes-requested' || judged.revision === set.revision),
  )
  const last = [...about].sort(byTime).at(-1)
  return last ? { status: last.verdict, by: last.author, since: last.at } : own
}
