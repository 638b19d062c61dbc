import type { CheckFinding } from '../../annotations/api/views.ts'
import type { Document } from '../../annotations/model/document.ts'
import { storedDocument } from '../../annotations/model/stored.ts'
import { digestOf, idOfDigest } from '../storage/document-store.ts'
import { readStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readWhole } from '../storage/read-whole.ts'
import { fileIn, findingOf } from './findings.ts'
import type { ProjectFiles } from './project-files.ts'

type Checked = { document?: Document; findings: CheckFinding[] }

function checkRegions({ regions, text }: Document): Pick<CheckFinding, 'kind' | 'detail'>[] {
  const detail = ({ kind, start, end }: Document['regions'][number]) => `${kind} ${start}–${end}`
  const inOrder = [...regions].sort((a, b) => a.start - b.start)
  return [
    ...regions
      .filter(({ start, end }) => start >= end || end > text.length)
      .map(region => ({ kind: 'region-outside-text', detail: detail(region) })),
    ...inOrder
      .filter((region, at) => at > 0 && region.start < (inOrder[at - 1]?.end ?? 0))
      .map(region => ({ kind: 'regions-overlap', detail: detail(region) })),
  ]
}

/** A document's record and text. The document comes back as far as it can be read, so that its sets can be checked. */
export async function checkDocument(
  paths: ProjectPaths,
  id: string,
  { texts }: Pick<ProjectFiles, 'texts'>,
): Promise<Checked> {
  const file = fileIn(paths, paths.documentRecord(id))
  const textFile = fileIn(paths, paths.documentText(id))
  const findings: CheckFinding[] = []
  const found = (kind: string, detail?: string, where = file) =>
    findings.push({ severity: 'error', file: where, kind, ...(detail && { detail }) })
  try {
    const record = await readStored(paths.documentRecord(id), storedDocument)
    if (!record) {
      // An import cut short between the two files leaves this; importing again completes it.
      if (texts.has(id)) findings.push({ severity: 'warning', file: textFile, kind: 'text-alone' })
      return { findings }
    }
    const bytes = await readWhole(paths.documentText(id)).catch(error => {
      findings.push(findingOf(error, textFile))
    })
    if (record.id !== id) found('other-document', record.id)
    if (idOfDigest(record.textDigest) !== id) found('id-not-of-text', record.textDigest)
    if (!bytes) return { findings }
    const document: Document = { ...record, id, text: bytes.toString('utf8') }
    if (digestOf(bytes) !== record.textDigest) found('text-changed', undefined, textFile)
    else if (record.length !== document.text.length) found('wrong-length', String(record.length))
    for (const { kind, detail } of checkRegions(document)) found(kind, detail)
    return { document, findings }
  } catch (error) {
    return { findings: [findingOf(error, file)] }
  }
}
