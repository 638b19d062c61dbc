import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckFinding, CheckReport } from '../../annotations/api/views.ts'
import { hasMarkers } from '../../annotations/merge/conflict-markers.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedProject } from '../../annotations/model/stored.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { appError } from '../app-error.ts'
import { copyOf } from '../merge/project-tree.ts'
import { inParallel } from '../storage/in-parallel.ts'
import { readStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { projectFolder } from '../storage/read-project.ts'
import { checkActors } from './check-actors.ts'
import { checkDocument } from './check-document.ts'
import { checkPeople } from './check-people.ts'
import { checkPropositions } from './check-propositions.ts'
import { checkStoredSet } from './check-stored-set.ts'
import { fileIn, findingOf } from './findings.ts'
import { projectFiles } from './project-files.ts'

/** What only the project's own scheme can say. */
const bySchemeAlone = new Set([
  'unknown-label',
  'unknown-attribute',
  'bad-attribute',
  'missing-attribute',
  'unknown-relation-type',
  'relation-not-allowed',
])

/** Second copies and files with both sides in them are said as what they are: what mends them is another thing. */
async function withConflicts(
  { folder }: ProjectPaths,
  findings: readonly CheckFinding[],
): Promise<CheckFinding[]> {
  return inParallel(findings, 16, async (finding): Promise<CheckFinding> => {
    const { file, kind } = finding
    if (kind === 'foreign-file' && copyOf(file, place => existsSync(join(folder, place))))
      return { severity: 'warning', file, kind: 'conflict-copy' }
    if (kind !== 'not-json') return finding
    const text = await readFile(join(folder, file), 'utf8').catch(() => '')
    return hasMarkers(text) ? { severity: 'error', file, kind: 'conflict-markers' } : finding
  })
}

/** Every file of a project, read and validated; nothing is written. */
export async function checkProject(folder: string): Promise<CheckReport> {
  const paths = await projectFolder(folder)
  const findings: CheckFinding[] = []
  let scheme = defaultScheme
  let schemeKnown = false
  try {
    const project = await readStored(paths.project, storedProject)
    if (!project) throw appError('not-a-project', { file: paths.folder })
    scheme = project.scheme
    schemeKnown = true
  } catch (error) {
    const finding = findingOf(error, fileIn(paths, paths.project))
    if (finding.kind === 'not-a-project') throw error
    findings.push(finding)
  }
  const files = await projectFiles(paths)
  const actors = await checkActors(paths, files.actors)
  const { codebook, findings: wrongCodes } = await checkPropositions(paths)
  findings.push(...(await checkPeople(paths, files.records)))
  findings.push(...files.findings, ...actors.findings, ...wrongCodes)

  const ids = [...new Set([...files.records, ...files.texts, ...files.sets.keys()])].sort()
  const counts = await inParallel(ids, 4, async id => {
    const known = files.records.has(id)
    const { document, findings: wrong } = await checkDocument(paths, id, files)
    let annotations = 0
    for (const annotator of files.sets.get(id) ?? []) {
      const against = { scheme, register: actors.register, codebook, known, document }
      const checked = await checkStoredSet(paths, annotator, id, against)
      annotations += checked.annotations
      wrong.push(...checked.findings.filter(({ kind }) => schemeKnown || !bySchemeAlone.has(kind)))
    }
    findings.push(...wrong)
    return annotations
  })
  return {
    path: paths.folder,
    what: 'project',
    documents: files.records.size,
    sets: [...files.sets.values()].flat().length,
    annotations: counts.reduce((sum, count) => sum + count, 0),
    findings: (await withConflicts(paths, findings)).sort((a, b) => byCodePoint(a.file, b.file)),
  }
}
