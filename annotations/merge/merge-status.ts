import { type AnnotationSet, setStatuses } from '../model/annotation-set.ts'
import { sameValue } from './canonical-text.ts'
import type { Fate } from './merge-report.ts'

type Status = Pick<AnnotationSet, 'status' | 'statusBy' | 'statusAt'>

const statusOf = ({ status, statusBy, statusAt }: AnnotationSet): Status => ({
  status,
  ...(statusBy !== undefined && { statusBy }),
  ...(statusAt !== undefined && { statusAt }),
})

/** The later one; of two at one time the one that is further on. */
function theLater(a: Status, b: Status): Status {
  const [one, two] = [a.statusAt ?? '', b.statusAt ?? '']
  if (one !== two) return one > two ? a : b
  const rank = ({ status }: Status) => setStatuses.indexOf(status)
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b
  return (a.statusBy ?? '') >= (b.statusBy ?? '') ? a : b
}

/** A set's status goes with who gave it and when: the one that was changed, or of two that were the later. */
export function mergeStatus(copies: { base?: AnnotationSet; a: AnnotationSet; b: AnnotationSet }): {
  status: Status
  fate?: Fate
} {
  const [a, b] = [statusOf(copies.a), statusOf(copies.b)]
  const base = copies.base && statusOf(copies.base)
  if (sameValue(a, b)) return { status: a }
  if (base && sameValue(a, base))
    return { status: b, fate: { kind: 'changed', of: 'status', from: 'b' } }
  if (base && sameValue(b, base))
    return { status: a, fate: { kind: 'changed', of: 'status', from: 'a' } }
  const status = theLater(a, b)
  const from = status === a ? 'a' : 'b'
  if (a.status === b.status) return { status, fate: { kind: 'changed', of: 'status', from } }
  const other = (status === a ? b : a).status
  return {
    status,
    fate: { kind: 'clash', of: 'status', from, at: 'status', kept: status.status, other },
  }
}
