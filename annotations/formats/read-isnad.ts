import { parseBy } from '../model/parse-by.ts'
import { firstIssue, type Parsed, parseFormat } from '../model/stored-format.ts'
import { checkIsnadLine } from './check-isnad.ts'
import type { Exchanged } from './format.ts'
import { annotationOf, relationsOf } from './isnad-elements.ts'
import { type IsnadLine, isnadLine } from './isnad-line.ts'
import { actorsIn, remarksIn } from './native-beside.ts'

function exchanged(line: IsnadLine): Exchanged {
  const { id, title, outlet, url, published, text, sha256 } = line.document
  const { annotator, status, revision, updated } = line.set
  const textDigest = `sha256:${sha256}`
  return {
    document: {
      id,
      title,
      outlet: outlet ?? undefined,
      url: url ?? undefined,
      published: published ?? undefined,
      text,
      textDigest,
    },
    set: {
      documentId: id,
      textDigest,
      annotator,
      status,
      revision,
      updated: updated ?? undefined,
      annotations: line.annotations.map(annotationOf),
      relations: relationsOf(line),
    },
    beside: { actors: actorsIn(line), remarks: remarksIn(line) },
    problems: checkIsnadLine(line),
  }
}

/** One line of `isnad/1`. */
export function readIsnadLine(line: string): Parsed<Exchanged> {
  const raw = parseFormat(line, 'isnad/1')
  if (!raw.ok) return raw
  const parsed = parseBy(isnadLine, { format: 'isnad/1', ...raw.value })
  if (!parsed.success)
    return { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
  return { ok: true, value: exchanged(parsed.data) }
}
