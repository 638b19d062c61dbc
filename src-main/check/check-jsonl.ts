import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import chardet from 'chardet'
import type { CheckFinding, CheckReport } from '../../annotations/api/views.ts'
import type { Exchanged, LineFormat } from '../../annotations/formats/format.ts'
import type { Unreadable } from '../../annotations/model/stored-format.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { digestOf } from '../storage/document-store.ts'
import { linesOf } from './lines.ts'

type Found = Omit<CheckFinding, 'file'>

/** The beginning of a file, to tell what it is. */
async function beginningOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new AppError(failureOf(error, path))
  }
}

/** Text of another encoding, by its byte order mark or by the zeros that UTF-16 puts between Latin letters. */
function utf16(beginning: Buffer): string | undefined {
  const mark = beginning.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return 'UTF-16 LE'
  if (mark === 'feff') return 'UTF-16 BE'
  if (beginning.length > 1 && beginning[1] === 0) return 'UTF-16 LE'
  return beginning[0] === 0 ? 'UTF-16 BE' : undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

function unreadable(reason: Unreadable): Found {
  switch (reason.kind) {
    case 'newer':
      return { severity: 'error', kind: 'newer-format', detail: reason.format }
    case 'not-json':
    case 'wrong-shape':
      return { severity: 'error', kind: reason.kind, detail: reason.detail }
  }
}

/** An exported JSONL, line by line. */
export async function checkJsonl(path: string, format: LineFormat): Promise<CheckReport> {
  const report: CheckReport = {
    path,
    what: 'isnad-jsonl',
    documents: 0,
    sets: 0,
    annotations: 0,
    findings: [],
  }
  let line = 0
  const found = (finding: Found) => report.findings.push({ file: path, line, ...finding })
  const error = (kind: string, detail?: string) => found({ severity: 'error', kind, detail })
  const warning = (kind: string) => found({ severity: 'warning', kind })
  const documents = new Set<string>()
  const seen = new Map<string, number>()

  function checkRead({ document, set, problems }: Exchanged) {
    for (const problem of problems) found({ severity: 'error', ...problem })
    if (digestOf(document.text) !== document.textDigest) error('text-changed', document.id)
    const pair = JSON.stringify([document.id, set.annotator])
    const before = seen.get(pair)
    if (before !== undefined)
      error('duplicate-set', `${document.id}, ${set.annotator}: line ${before}`)
    else seen.set(pair, line)
    documents.add(document.id)
    report.sets++
    report.annotations += set.annotations.length
  }

  const beginning = await beginningOf(path)
  if (!/^\.(jsonl|ndjson)$/i.test(extname(path)) && !beginning.includes('"isnad/'))
    throw appError('not-checkable', { file: path })
  line = 1
  if (beginning.length === 0) error('empty-file')
  const other = utf16(beginning)
  if (other) {
    error('not-utf-8', other)
    return report
  }
  line = 0
  for await (const { bytes, ended } of linesOf(path)) {
    line++
    const marked = line === 1 && bytes.subarray(0, 3).toString('hex') === 'efbbbf'
    if (marked) warning('byte-order-mark')
    if (!ended) warning('no-line-end')
    const text = decode(marked ? bytes.subarray(3) : bytes)
    if (text === undefined) error('not-utf-8', chardet.detect(bytes) ?? undefined)
    else if (text.trim() === '') warning('empty-line')
    else {
      const read = format.read(text)
      if (read.ok) checkRead(read.value)
      else found(unreadable(read.reason))
    }
  }
  report.documents = documents.size
  return report
}
