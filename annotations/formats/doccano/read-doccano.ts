import { documentId } from '../../model/annotation-set.ts'
import {
  type ForeignAnnotation,
  type ForeignRelation,
  type ForeignSet,
  type Found,
  isRecord,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn, metadataNames } from '../exchange/metadata.ts'
import type { FormatProblem } from '../format.ts'

const numberOr = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)

/** `[start, end, label]`, as a project without relations exports spans. */
function fromTriple(triple: unknown): ForeignAnnotation | undefined {
  if (!Array.isArray(triple)) return undefined
  const [start, end, label] = triple
  const name = typeof label === 'number' ? String(label) : textOr(label)
  if (name === undefined) return undefined
  return { label: name, spans: [{ start: numberOr(start), end: numberOr(end) }] }
}

function fromEntity(entity: unknown): ForeignAnnotation | undefined {
  if (!isRecord(entity)) return fromTriple(entity)
  const number = typeof entity.label === 'number' ? String(entity.label) : textOr(entity.label)
  // Exports of the first years name the label beside its number.
  const label = textOr(entity.label_name) ?? number
  if (label === undefined) return undefined
  return {
    id: entity.id === undefined ? undefined : String(entity.id),
    label,
    spans: [{ start: numberOr(entity.start_offset), end: numberOr(entity.end_offset) }],
    kept: without(entity, 'id', 'label', 'start_offset', 'end_offset'),
  }
}

function fromRelation(relation: unknown): ForeignRelation | undefined {
  if (!isRecord(relation)) return undefined
  const type = textOr(relation.type)
  if (type === undefined || relation.from_id === undefined || relation.to_id === undefined)
    return undefined
  return {
    type,
    from: String(relation.from_id),
    to: String(relation.to_id),
    kept: without(relation, 'id', 'from_id', 'to_id', 'type'),
  }
}

/** What of a list is of its shape; the rest is said. */
function each<T>(list: unknown, read: (one: unknown) => T | undefined, problems: FormatProblem[]) {
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    problems.push({ kind: 'wrong-shape', detail: 'not a list of annotations' })
    return []
  }
  return list.flatMap(one => {
    const found = read(one)
    if (found === undefined)
      problems.push({ kind: 'wrong-shape', detail: JSON.stringify(one).slice(0, 120) })
    return found ?? []
  })
}

/** Exports of the first years hold everybody's annotations in one record. */
function byUser(list: unknown, problems: FormatProblem[]): ForeignSet[] {
  const sets = new Map<string, ForeignSet>()
  for (const one of Array.isArray(list) ? list : []) {
    const by = isRecord(one) ? (textOr(one.user_name) ?? one.user) : undefined
    const name = by === undefined || by === null ? '' : String(by)
    const annotator = name === '' || typeof by === 'string' ? textOr(name) : `annotator ${name}`
    const set = sets.get(name) ?? { annotator, annotations: [], relations: [] }
    sets.set(name, set)
    set.annotations.push(...each([one], fromEntity, problems))
  }
  return [...sets.values()]
}

const ours = ['text', 'data', 'label', 'labels', 'entities', 'relations', 'annotations']

/** One line of doccano's export for sequence labelling, with relations or without. */
export function readDoccano(line: string): Found[] {
  const parsed = parseJson(line)
  if ('problem' in parsed) return [parsed]
  const record = parsed.value
  if (!isRecord(record)) return [{ problem: { kind: 'wrong-shape', detail: 'not an object' } }]
  const text = textOr(record.text) ?? textOr(record.data)
  if (text === undefined) return [{ problem: { kind: 'no-text' } }]
  const problems: FormatProblem[] = []
  const spans = record.entities ?? record.label ?? record.labels
  const users = spans === undefined ? byUser(record.annotations, problems) : []
  const id = documentId.safeParse(record.document_id)
  return [
    {
      document: {
        id: id.success ? id.data : undefined,
        text,
        metadata: metadataIn(record),
        unit: record.offset_unit === 'utf-16' ? 'utf-16' : 'code points',
        unitIsFixed: record.offset_unit !== undefined,
        kept: without(record, ...ours, ...metadataNames, 'annotator', 'document_id', 'offset_unit'),
        problems,
        sets:
          users.length > 0
            ? users
            : [
                {
                  annotator: textOr(record.annotator),
                  annotations: each(spans, fromEntity, problems),
                  relations: each(record.relations, fromRelation, problems),
                },
              ],
      },
    },
  ]
}
