import type { Annotation } from '../model/annotation.ts'
import { firstIssue, type Parsed, parseFormat } from '../model/stored.ts'
import { checkIsnadLine } from './check-isnad.ts'
import type { Exchanged } from './format.ts'
import { type IsnadLine, isnadLine } from './isnad-line.ts'

/** Relations have no names in the line, so they are given some that no annotation has. */
function relationsOf({ annotations, relations }: IsnadLine): Exchanged['set']['relations'] {
  const taken = new Set(annotations.map(({ id }) => id))
  let count = 0
  const nextId = () => {
    do count++
    while (taken.has(`r${count}`))
    return `r${count}`
  }
  return relations.map(({ type, from, to, order }) => ({
    id: nextId(),
    type,
    from,
    to,
    ...(order === null ? {} : { order }),
  }))
}

const annotationOf = ({ id, label, spans, attributes }: IsnadLine['annotations'][number]) =>
  ({
    id,
    label,
    spans: spans.map(({ start, end, quote }) => ({ start, end, quote })),
    attributes,
  }) satisfies Annotation

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
    problems: checkIsnadLine(line),
  }
}

/** One line of `isnad/1`. */
export function readIsnadLine(line: string): Parsed<Exchanged> {
  const raw = parseFormat(line, 'isnad/1')
  if (!raw.ok) return raw
  const parsed = isnadLine.safeParse({ format: 'isnad/1', ...raw.value })
  if (!parsed.success)
    return { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
  return { ok: true, value: exchanged(parsed.data) }
}
