import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { offsets } from '../../text/offsets.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { isRecord, type KeptSet, nameIn } from '../exchange/foreign.ts'
import { lineEnd } from '../exchange/tokens.ts'
import type { OffsetUnit } from '../format.ts'
import { encodeValue, typeName } from './values.ts'

/**
 * A span without the line ends inside it, and without what Python or a reader of columns takes for one: brat wants a
 * fragment on each side.
 */
function fragments({ start, quote }: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (const line of quote.split(lineEnd)) {
    if (line !== '') parts.push({ start: from, end: from + line.length, quote: line })
    from += line.length + 1
  }
  return parts
}

/** brat's own names stay; others are given the next number that is free. */
function namesOf(list: readonly { id: string }[], letter: string): Map<string, string> {
  const own = new RegExp(`^${letter}\\d+$`)
  const taken = new Set(list.filter(({ id }) => own.test(id)).map(({ id }) => id))
  const names = new Map<string, string>()
  let count = 0
  for (const { id } of list) {
    let name = id
    if (!own.test(id))
      do name = `${letter}${++count}`
      while (taken.has(name))
    names.set(id, name)
  }
  return names
}

const keptIn = (kept: KeptSet | undefined, id: string, name: string): Record<string, unknown> => {
  const found = kept?.annotations?.[id]?.[name]
  return isRecord(found) ? found : {}
}

/** Comments as brat's notes on annotations; one that the file had already is not said twice. */
function noteLines(
  comments: readonly [annotation: string, text: string][],
  texts: ReadonlyMap<string, string>,
  lines: readonly string[],
): string[] {
  const notes = lines.filter(line => line.startsWith('#'))
  const said = new Set(notes.map(line => line.slice(line.indexOf('\t') + 1)))
  let count = Math.max(0, ...notes.map(line => Number(/^#(\d+)\t/.exec(line)?.[1] ?? 0)))
  return comments.flatMap(([annotation, text]) => {
    const name = texts.get(annotation)
    const note = `AnnotatorNotes ${name}\t${text.replace(/\s+/gu, ' ').trim()}`
    if (name === undefined || said.has(note)) return []
    said.add(note)
    return [`#${++count}\t${note}`]
  })
}

/** The lines of a `.ann` file: T, E, R, A, what was kept, and what was said of annotations. */
export function writeBrat(
  document: Document,
  set: AnnotationSet,
  kept: KeptSet | undefined,
  unit: OffsetUnit,
  comments: readonly [annotation: string, text: string][] = [],
): string {
  const table = offsets(document.text)
  const place = (at: number) => (unit === 'utf-16' ? at : table.toCodePoint(at))
  const texts = namesOf(set.annotations, 'T')
  const lines: string[] = []
  for (const { id, label, spans } of set.annotations) {
    const parts = spans.flatMap(fragments)
    const where = parts.map(({ start, end }) => `${place(start)} ${place(end)}`).join(';')
    const quote = parts.map(part => part.quote).join(' ')
    lines.push(`${texts.get(id)}\t${typeName(label)} ${where}\t${quote}`)
  }
  const events = new Map<string, string[]>()
  /** What is said of a trigger is said of its event: brat refuses a file in which anything else names a trigger. */
  const said = new Map(texts)
  for (const { id, label } of set.annotations)
    for (const event of Object.keys(keptIn(kept, id, 'events'))) {
      if (!/^E\d+$/.test(event) || events.has(event)) continue
      events.set(event, [`${typeName(label)}:${texts.get(id)}`])
      if (said.get(id) === texts.get(id)) said.set(id, event)
    }
  const links: string[] = []
  const names = namesOf(set.relations, 'R')
  for (const { id, type, from, to } of set.relations) {
    const own = kept?.relations?.[id]
    const event = events.get(typeof own?.event === 'string' ? own.event : '')
    const eventOr = (event: unknown, id: string) =>
      typeof event === 'string' && events.has(event) ? event : texts.get(id)
    if (event) event.push(`${String(own?.role ?? type)}:${eventOr(own?.toEvent, to)}`)
    else {
      const [arg1, arg2] = [own?.arg1 ?? 'Arg1', own?.arg2 ?? 'Arg2']
      const ends = `${arg1}:${eventOr(own?.fromEvent, from)} ${arg2}:${eventOr(own?.toEvent, to)}`
      links.push(`${names.get(id)}\t${typeName(type)} ${ends}\t`)
    }
  }
  for (const [event, parts] of events) lines.push(`${event}\t${parts.join(' ')}`)
  lines.push(...links, ...attributeLines(set.annotations, said, kept, events))
  const others = kept?.set?.lines
  if (Array.isArray(others)) {
    const there = new Set(lines.map(line => line.slice(0, line.indexOf('\t'))))
    for (const line of others) lines.push(...stillSaid(String(line), there))
  }
  lines.push(...noteLines(comments, said, lines))
  return lines.map(line => `${line}\n`).join('')
}

/** Attributes that the scheme has, and those it has not but the file had, under the names the file had for them. */
function attributeLines(
  annotations: readonly Annotation[],
  texts: ReadonlyMap<string, string>,
  kept: KeptSet | undefined,
  events: ReadonlyMap<string, unknown>,
): string[] {
  const all = annotations.flatMap(({ id, attributes }) => {
    const own = kept?.annotations?.[id]
    const [ofEvent, ids] = [keptIn(kept, id, 'ofEvent'), keptIn(kept, id, 'said')]
    const unknown = Object.entries(keptIn(kept, id, 'attributes'))
    const said = flatAttributes(attributes).map(([name, value]) => [nameIn(own, name), value])
    return [...said, ...unknown].map(pair => {
      const [name, value] = [String(pair[0]), pair[1]]
      const event = Object.hasOwn(ofEvent, name) ? String(ofEvent[name]) : ''
      return { name, value, of: events.has(event) ? event : texts.get(id), id: ids[name] }
    })
  })
  const taken = new Set(all.map(({ id }) => id))
  let count = 0
  const nextId = () => {
    do count++
    while (taken.has(`A${count}`))
    return `A${count}`
  }
  const used = new Set<string>()
  return all.map(({ name, value, of, id }) => {
    const own = typeof id === 'string' && !used.has(id) ? id : nextId()
    used.add(own)
    return `${own}\t${name} ${of}${value === true ? '' : ` ${encodeValue(String(value))}`}`
  })
}

/** A kept line, if what it names is still there; those that are alike are so without the ones that are gone. */
function stillSaid(line: string, there: ReadonlySet<string>): string[] {
  const [id, data = ''] = line.split('\t')
  const alike = id === '*' ? data.trim().split(/\s+/) : []
  if (alike.length > 0) {
    const [type, ...members] = alike
    const left = members.filter(member => there.has(member))
    return left.length > 1 ? [`*\t${type} ${left.join(' ')}`] : []
  }
  const named = data.match(/(?<![\w:])[TERAM]\d+\b/g) ?? []
  return named.every(id => there.has(id)) ? [line] : []
}
