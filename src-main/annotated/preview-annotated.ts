import type { AnnotatedPreview } from '../../annotations/api/annotated.ts'
import { fitScheme, nothingGrown } from '../../annotations/formats/exchange/fit-scheme.ts'
import { fitSet } from '../../annotations/formats/exchange/fit-set.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { cut } from '../corpus/text-metadata.ts'
import type { ImportingAnnotated } from './import-annotated.ts'
import { documentMatcher } from './match-document.ts'
import { prepareRecord, problemIn } from './prepare-record.ts'
import { readRecords } from './read-records.ts'

/** Records shown and annotations of each; records read at most for the list of labels; problems said. */
const shown = { records: 8, annotations: 12, characters: 300, problems: 50 }
const mostRead = 400

type Used = Map<string, { count: number; becomes: string | undefined }>

function countIn(used: Used, name: string, becomes: string | undefined) {
  const known = used.get(name)
  if (known) known.count++
  else used.set(name, { count: 1, becomes })
}

/** What an import would bring: the first records in their places, the names they use, and what is wrong. */
export async function previewAnnotated(importing: ImportingAnnotated): Promise<AnnotatedPreview> {
  const { project, files, format: id, encoding, mapping, annotator, job, now } = importing
  const matcher = documentMatcher(project)
  const own = nothingGrown()
  const labels: Used = new Map()
  const relations: Used = new Map()
  let { scheme } = project.project
  const preview: AnnotatedPreview = {
    records: [],
    labels: [],
    relations: [],
    problems: [],
    read: 0,
    whole: true,
  }
  const say = (problem: AnnotatedPreview['problems'][number]) => {
    if (preview.problems.length < shown.problems) preview.problems.push(problem)
  }
  for await (const record of readRecords(files, formatOf(id), encoding)) {
    job.check()
    if (preview.read >= mostRead) {
      preview.whole = false
      break
    }
    preview.read++
    if ('problem' in record) {
      say(record.problem)
      continue
    }
    const prepared = await prepareRecord(record, matcher, now())
    if ('what' in prepared) {
      say(prepared)
      continue
    }
    for (const problem of prepared.problems) say(problem)
    const fitted = fitScheme(prepared.settled.sets, scheme, mapping, own)
    scheme = fitted.scheme
    for (const set of prepared.settled.sets) {
      for (const { label } of set.annotations) countIn(labels, label, fitted.labels.get(label))
      for (const { type } of set.relations) countIn(relations, type, fitted.relations.get(type))
      for (const problem of fitSet(set, fitted).problems)
        if (problem.kind !== 'unknown-label' && problem.kind !== 'unknown-relation-type')
          say(problemIn(record, problem))
    }
    if (preview.records.length >= shown.records) continue
    const { document, isKnown, settled } = prepared
    const all = settled.sets.flatMap(({ annotations }) => annotations)
    preview.records.push({
      file: record.file,
      line: record.line,
      title: document.title,
      beginning: cut(document.text, shown.characters),
      annotators: settled.sets.map(set => annotator ?? set.annotator ?? id),
      annotations: all.slice(0, shown.annotations).map(({ label, spans }) => ({
        label,
        quote: cut(quoteOf({ spans }), 80),
        start: spans[0]?.start ?? 0,
        end: spans.at(-1)?.end ?? 0,
      })),
      more: Math.max(0, all.length - shown.annotations),
      ...(isKnown && { documentId: document.id }),
      offsets: settled.unit,
    })
  }
  const listed = (used: Used, isNew: (becomes: string) => boolean) =>
    [...used].map(([name, { count, becomes }]) => ({
      name,
      count,
      ...(becomes !== undefined && { becomes }),
      isNew: becomes !== undefined && isNew(becomes),
    }))
  const newLabels = new Set(own.labels.values())
  const newTypes = new Set(own.relations.values())
  preview.labels = listed(labels, becomes => newLabels.has(becomes))
  preview.relations = listed(relations, becomes => newTypes.has(becomes))
  return preview
}
