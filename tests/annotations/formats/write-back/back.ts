import { expect } from 'vitest'
import { fitScheme, nothingGrown } from '../../../../annotations/formats/exchange/fit-scheme.ts'
import { fitSet } from '../../../../annotations/formats/exchange/fit-set.ts'
import { plainMapping } from '../../../../annotations/formats/exchange/labels.ts'
import { settle } from '../../../../annotations/formats/exchange/settle.ts'
import { speaker } from '../../../../annotations/formats/exchange/spoken.ts'
import type { WriteContext } from '../../../../annotations/formats/format.ts'
import type { FormatId } from '../../../../annotations/formats/format-ids.ts'
import { formatOf } from '../../../../annotations/formats/formats.ts'
import type { Annotation } from '../../../../annotations/model/annotation.ts'
import { defaultScheme } from '../../../../annotations/model/default-scheme.ts'
import { documentOf } from '../../../arabic-news.ts'

type Change = (annotation: Annotation) => Annotation | undefined

export const text = '📷 أعلنت الوزارة أنها ستفتح المعبر .'

/** A foreign file read into a set and written to the same format, with everything that was kept of it. */
export function back(
  id: FormatId,
  file: string,
  { besides = {}, change }: { besides?: Record<string, string>; change?: Change } = {},
) {
  const { reader, writer } = formatOf(id)
  if (!reader || !writer) throw new Error(`${id} is not read and written`)
  const found =
    reader.by === 'line'
      ? file.split('\n').flatMap(line => reader.read(line))
      : [...reader.read({ name: 'x', text: file, beside: ending => besides[ending] })]
  const [only] = found
  if (!only || !('document' in only)) throw new Error(JSON.stringify(found))
  const settled = settle(only.document, only.document.text ?? text)
  const fitted = fitScheme(settled.sets, defaultScheme, plainMapping, nothingGrown())
  const document = { ...documentOf(settled.text), ...only.document.metadata }
  const sets = settled.sets.map(foreign => {
    const { annotations, relations, kept, problems } = fitSet(foreign, fitted)
    expect(problems).toEqual([])
    const left = annotations.flatMap(one => (change ? (change(one) ?? []) : one))
    const set = {
      documentId: document.id,
      textDigest: document.textDigest,
      annotator: foreign.annotator ?? 'ليلى',
      status: 'in-progress' as const,
      revision: 1,
      annotations: left,
      relations: relations.filter(({ from, to }) =>
        [from, to].every(end => left.some(one => one.id === end)),
      ),
    }
    const record = only.document.kept
    return { set, kept: { ...(record && { record }), ...kept } }
  })
  const calledHere = (names: ReadonlyMap<string, string | undefined>) =>
    Object.fromEntries([...names].map(([name, id]) => [id ?? name, name]))
  const names = { labels: calledHere(fitted.labels), relations: calledHere(fitted.relations) }
  const spoken = speaker(id, names, fitted.scheme)
  const context: WriteContext = {
    scheme: spoken.scheme,
    actors: new Map(),
    unit: formatOf(id).units[0] ?? 'utf-16',
    survey: { relations: sets.reduce((sum, { set }) => sum + set.relations.length, 0) },
  }
  const piece = {
    document,
    sets: sets.map(({ set, kept }) => ({ set: spoken.set(set), kept })),
  }
  const outs = writer.write(piece, context)
  return { problems: settled.problems, outs, layers: writer.layers?.(piece, context), context }
}

export const json = (outs: readonly { text: string }[]) => JSON.parse(outs[0]?.text ?? '')

/** Where DKPro's own types are. */
export const words = 'de.tudarmstadt.ukp.dkpro.core.api'
