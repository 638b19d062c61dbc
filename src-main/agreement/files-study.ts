import { basename } from 'node:path'
import { registerOf } from '../../annotations/actors/register.ts'
import { withSurvivors } from '../../annotations/actors/with-survivors.ts'
import type { ReportNote } from '../../annotations/agreement/report-shape.ts'
import type { StudyDocument, StudySet } from '../../annotations/agreement/study-document.ts'
import { formats } from '../../annotations/formats/formats.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { appError } from '../app-error.ts'
import { linesOf } from '../check/lines.ts'

type FileStudy = {
  documents: StudyDocument[]
  notes: ReportNote[]
  annotators: string[]
  labels: string[]
  title: string
}

type Collected = StudyDocument & { sets: StudySet[]; digest: string }

/** Exported JSONL files as documents with everybody's sets; a file names its annotators in its lines. */
export async function readStudyFiles(
  files: readonly string[],
  read: (lines: number, file: string) => void | Promise<void>,
): Promise<FileStudy> {
  const byId = new Map<string, Collected>()
  const notes: ReportNote[] = []
  const labels = new Set<string>()
  const annotators = new Set<string>()
  const actors = new Map<string, Actor>()
  let count = 0
  for (const file of files) {
    let number = 0
    for await (const { bytes } of linesOf(file)) {
      number++
      const line = bytes.toString('utf8').replace(/^\ufeff/, '')
      if (line.trim() === '') continue
      const parsed = formats.isnad.read(line)
      if (!parsed.ok) {
        const detail = 'detail' in parsed.reason ? parsed.reason.detail : parsed.reason.kind
        throw appError('wrong-shape', { file: `${file}:${number}`, detail })
      }
      const { document, set, beside } = parsed.value
      // What one file knows as merged is merged in one that was written before.
      for (const actor of beside.actors)
        if (actor.mergedInto !== undefined || !actors.has(actor.id)) actors.set(actor.id, actor)
      const { id, title, outlet, text, textDigest } = document
      const known: Collected = byId.get(id) ?? {
        id,
        title,
        outlet,
        text,
        sets: [],
        digest: textDigest,
      }
      byId.set(id, known)
      annotators.add(set.annotator)
      await read(++count, basename(file))
      if (known.digest !== textDigest || known.text !== text) {
        notes.push({ kind: 'different-texts', document: id, title, annotator: set.annotator })
        continue
      }
      const { set: placed, lost } = placeSet(text, set)
      for (const { label } of placed.annotations) labels.add(label)
      // The same annotator in two files: the later line stands.
      known.sets = known.sets.filter(({ annotator }) => annotator !== set.annotator)
      known.sets.push({
        annotator: set.annotator,
        annotations: [...placed.annotations, ...lost],
        relations: placed.relations,
        finished: set.status !== 'in-progress',
      })
    }
  }
  const register = registerOf([...actors.values()])
  for (const document of byId.values())
    document.sets = document.sets.map(set => withSurvivors(set, register))
  return {
    documents: [...byId.values()],
    notes,
    annotators: [...annotators].filter(name => name !== 'gold'),
    labels: [...labels].sort(),
    title: files.map(file => basename(file)).join(' · '),
  }
}
