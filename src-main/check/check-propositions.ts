import { parentLoop } from '../../annotations/actors/register.ts'
import type { CheckFinding } from '../../annotations/api/views.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { AppError } from '../app-error.ts'
import { exceptionStore } from '../storage/exception-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { propositionStore } from '../storage/proposition-store.ts'
import { fileIn, findingOf } from './findings.ts'

/** The codebook and the strings that name nobody, as they can be read, and what is wrong with them. */
export async function checkPropositions(
  paths: ProjectPaths,
): Promise<{ codebook: Map<string, Proposition>; findings: CheckFinding[] }> {
  const propositions = propositionStore(paths)
  const { values, unreadable } = await propositions.all()
  const others = (await exceptionStore(paths).all()).unreadable
  const findings = [...unreadable, ...others].map(failure => {
    const { file } = failure.params as { file?: string }
    return findingOf(new AppError(failure), fileIn(paths, file ?? paths.folder))
  })
  const codebook = new Map(values.map(one => [one.id, one]))
  const codes = new Map<string, string>()
  for (const { id: element, code, parent } of values) {
    const file = fileIn(paths, propositions.fileOf(element))
    const warn = (kind: string, detail: string) =>
      findings.push({ severity: 'warning', file, kind, element, detail })
    const key = fold(code).folded
    if (codes.has(key)) warn('code-twice', `${code}: ${codes.get(key)}`)
    else codes.set(key, element)
    if (parent === undefined) continue
    if (!codebook.has(parent)) warn('unknown-parent', parent)
    else if (parentLoop(element, id => codebook.get(id)?.parent)) warn('own-ancestor', parent)
  }
  return { codebook, findings }
}
