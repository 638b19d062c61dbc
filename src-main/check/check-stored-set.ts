import type { CheckFinding } from '../../annotations/api/views.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { readStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { fileIn, findingOf } from './findings.ts'

/** What a set is checked against. */
type Against = {
  scheme: LabelScheme
  register: ReadonlyMap<string, Actor>
  codebook: ReadonlyMap<string, unknown>
  /** Does the project have the document? One that it has may still be unreadable. */
  known: boolean
  document?: Document
}

/** Mentions that point to no entry of the register, and claims that point to none of the codebook. */
function unknownEntries(
  { annotations }: AnnotationSet,
  { scheme, register, codebook }: Against,
): { kind: string; element: string; detail: string }[] {
  return annotations.flatMap(({ id: element, label, attributes }) =>
    (labelOf(scheme, label)?.attributes ?? []).flatMap(({ id, type }) => {
      const detail = attributes[id]
      if (typeof detail !== 'string') return []
      if (type === 'actor' && !register.has(detail))
        return [{ kind: 'unknown-actor', element, detail }]
      if (type === 'proposition' && !codebook.has(detail))
        return [{ kind: 'unknown-proposition', element, detail }]
      return []
    }),
  )
}

export async function checkStoredSet(
  paths: ProjectPaths,
  annotator: string,
  id: string,
  against: Against,
): Promise<{ annotations: number; findings: CheckFinding[] }> {
  const file = fileIn(paths, paths.set(annotator, id))
  const findings: CheckFinding[] = []
  const error = (kind: string, detail?: string) =>
    findings.push({ severity: 'error', file, kind, ...(detail && { detail }) })
  try {
    const set = await readStored(paths.set(annotator, id), storedSet)
    if (!set) return { annotations: 0, findings }
    if (set.annotator !== annotator) error('other-annotator', set.annotator)
    if (!against.known) error('no-document', id)
    if (against.document)
      for (const problem of checkSet(set, against.document, against.scheme))
        findings.push({ file, ...problem })
    for (const unknown of unknownEntries(set, against))
      findings.push({ severity: 'warning', file, ...unknown })
    for (const { id: element } of set.alternatives ?? [])
      findings.push({ severity: 'warning', file, kind: 'undecided-version', element })
    return { annotations: set.annotations.length, findings }
  } catch (error) {
    return { annotations: 0, findings: [findingOf(error, file)] }
  }
}
