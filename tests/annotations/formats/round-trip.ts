import { fitScheme, nothingGrown } from '../../../annotations/formats/exchange/fit-scheme.ts'
import { fitSet } from '../../../annotations/formats/exchange/fit-set.ts'
import type { Found } from '../../../annotations/formats/exchange/foreign.ts'
import { hold } from '../../../annotations/formats/exchange/hold.ts'
import { carrier } from '../../../annotations/formats/exchange/ink.ts'
import { plainMapping } from '../../../annotations/formats/exchange/labels.ts'
import { settle } from '../../../annotations/formats/exchange/settle.ts'
import type { Format, OffsetUnit, WriteContext } from '../../../annotations/formats/format.ts'
import type { Annotation } from '../../../annotations/model/annotation.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import type { AnnotatedNews } from '../../arabic-news.ts'

/** The files a format makes of some sets, by name; the main one is ''. */
export function filesOf(
  format: Format,
  news: readonly AnnotatedNews[],
  unit: OffsetUnit = format.units[0] ?? 'utf-16',
): Map<string, string> {
  const held = news.map(({ document, set }) => hold(format.capabilities, document, set))
  const context: WriteContext = {
    scheme: defaultScheme,
    actors: new Map(),
    unit,
    survey: { relations: held.reduce((sum, { set }) => sum + set.relations.length, 0) },
  }
  const files = new Map<string, string>()
  const put = (file: string, text: string) => files.set(file, (files.get(file) ?? '') + text)
  const { writer } = format
  for (const { file, text } of writer?.head?.(context) ?? []) put(file, text)
  let first = true
  for (const { document, set } of held) {
    const outs = writer?.write({ document, sets: [{ set, kept: undefined }] }, context) ?? []
    if (!first && writer?.between && outs.some(({ file }) => file === '')) put('', writer.between)
    first = false
    for (const { file, text } of outs) put(file, text)
  }
  for (const { file, text } of writer?.tail?.(context) ?? []) put(file, text)
  return files
}

/** What a format's reader finds in files. */
export function foundIn(format: Format, files: ReadonlyMap<string, string>): Found[] {
  const { reader, extension } = format
  if (!reader) throw new Error(`${format.id} is not read`)
  const found: Found[] = []
  for (const [name, text] of files) {
    if (format.layout === 'file' ? name !== '' : !name.endsWith(extension)) continue
    if (reader.by === 'line')
      for (const line of text.split('\n')) {
        if (line.trim() !== '') found.push(...reader.read(line))
      }
    else {
      const beside = (ending: string) =>
        format.layout === 'file'
          ? files.get(ending)
          : files.get(name.slice(0, -extension.length) + ending)
      found.push(...reader.read({ name: name || `x${extension}`, text, beside }))
    }
  }
  return found
}

type Plain = { annotations: unknown[]; relations: unknown[] }

const place = ({ label, spans }: Annotation) =>
  `${label} ${spans.map(({ start, end, quote }) => `${start}-${end} ${quote}`).join(' + ')}`

/** Annotations and relations by what they say, whatever they are called. */
function plain(
  set: Pick<AnnotatedNews['set'], 'annotations' | 'relations'>,
  withOrder: boolean,
): Plain {
  const byId = new Map(set.annotations.map(annotation => [annotation.id, annotation]))
  const at = (id: string) => place(byId.get(id) as Annotation)
  const sorted = (list: unknown[]) => list.map(one => JSON.stringify(one)).sort()
  return {
    annotations: sorted(
      set.annotations.map(one => [
        place(one),
        Object.entries(one.attributes)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => [
            name,
            typeof value === 'object' ? Object.entries(value).sort() : value,
          ]),
      ]),
    ),
    relations: sorted(
      set.relations.map(({ type, from, to, order }) => [
        type,
        at(from),
        at(to),
        withOrder ? order : undefined,
      ]),
    ),
  }
}

/** A set there and back, on the text it came from. */
export function thereAndBack(format: Format, news: AnnotatedNews, unit?: OffsetUnit) {
  const found = foundIn(format, filesOf(format, [news], unit))
  const [only, ...more] = found
  if (!only || more.length > 0 || !('document' in only))
    throw new Error(`${found.length} records: ${JSON.stringify(found).slice(0, 500)}`)
  const { document } = only
  const text = document.text ?? news.document.text
  const settled = settle(document, text)
  const [set] = settled.sets
  if (!set) throw new Error('no set')
  const fitted = fitScheme(settled.sets, defaultScheme, plainMapping, nothingGrown())
  const fit = fitSet(set, fitted)
  const held = hold(format.capabilities, news.document, news.set)
  const carry = carrier(settled.text, held.document.text)
  if (!carry) throw new Error('another text came back')
  const annotations =
    settled.text === held.document.text
      ? fit.annotations
      : fit.annotations.map(one => ({
          ...one,
          spans: one.spans.flatMap(span => carry(span) ?? []),
        }))
  return {
    document,
    text: settled.text,
    problems: [...settled.problems, ...fit.problems],
    scheme: fitted.scheme,
    held,
    annotator: set.annotator,
    came: plain({ annotations, relations: fit.relations }, format.capabilities.order),
    went: plain(held.set, format.capabilities.order),
  }
}
