import { type Offsets, offsets } from '../../text/offsets.ts'
import { unflattened } from '../exchange/flat-attributes.ts'
import type { ForeignAnnotation, ForeignRelation, Found, Kept } from '../exchange/foreign.ts'
import type { FormatProblem, OffsetUnit, Source } from '../format.ts'
import { decodeValue } from './values.ts'

type Reading = {
  text: string
  table: Offsets
  unit: OffsetUnit
  annotations: Map<string, ForeignAnnotation & { flat: Map<string, unknown>; lines: Kept }>
  /** The annotation that is an event's trigger. */
  triggers: Map<string, string>
  relations: ForeignRelation[]
  /** Lines of kinds Isnad has nothing for, as they stand. */
  others: string[]
  problems: FormatProblem[]
}

const places = /^(\S+) (-?\d+ -?\d+(?:;-?\d+ -?\d+)*)$/

const rangesOf = (spans: string) =>
  spans.split(';').map(part => part.split(' ').map(Number) as [number, number])

/** Is a place counted in UTF-16 units or in code points: by where the words that are quoted stand. */
function unitOf(lines: readonly string[], text: string, table: Offsets): OffsetUnit {
  if (table.length === table.codePoints) return 'code points'
  let [utf16, codePoints] = [0, 0]
  for (const line of lines) {
    const [id = '', data = '', quote = ''] = line.split('\t')
    const match = /^T\d/.test(id) ? places.exec(data) : null
    const ranges = match?.[2] ? rangesOf(match[2]) : []
    const says = (most: number, at: (place: number) => number) =>
      Number(
        ranges.every(([, end]) => end <= most) &&
          ranges.map(([start, end]) => text.slice(at(start), at(end))).join(' ') === quote,
      )
    utf16 += says(table.length, place => place)
    codePoints += says(table.codePoints, place => table.toUtf16(place))
  }
  return utf16 > codePoints ? 'utf-16' : 'code points'
}

/**
 * Fragments with only white space between them are one span: brat cuts a span at every line end. A fragment's quote is
 * the part of the line's text that belongs to it.
 */
function fragmentsOf(spans: string, quote: string | undefined, { text, table, unit }: Reading) {
  const isUtf16 = unit === 'utf-16'
  const letters = quote === undefined ? [] : isUtf16 ? quote : [...quote]
  const between = (start: number, end: number) =>
    isUtf16 ? text.slice(start, end) : text.slice(table.toUtf16(start), table.toUtf16(end))
  const ranges = rangesOf(spans)
  let at = 0
  const found: { start: number; end: number; quote?: string }[] = []
  for (const [start, end] of ranges) {
    const length = Math.max(0, end - start)
    const part = letters.slice(at, at + length)
    const own = typeof part === 'string' ? part : part.join('')
    const said = quote === undefined ? undefined : ranges.length === 1 ? quote : own
    at += length + 1
    const last = found.at(-1)
    const gap = last && last.end <= start ? between(last.end, start) : undefined
    if (last && gap !== undefined && gap.trim() === '') {
      last.end = end
      if (last.quote !== undefined && said !== undefined) last.quote += gap + said
    } else found.push({ start, end, quote: said })
  }
  return found
}

function readText(id: string, data: string, quote: string | undefined, to: Reading) {
  const match = places.exec(data)
  if (!match) return false
  const [, label = '', spans = ''] = match
  if (to.annotations.has(id)) {
    to.problems.push({ kind: 'duplicate-id', element: id })
    return true
  }
  to.annotations.set(id, {
    id,
    label,
    spans: fragmentsOf(spans, quote, to),
    flat: new Map(),
    lines: {},
  })
  return true
}

function readEvent(id: string, data: string, to: Reading) {
  const [head = '', ...roles] = data.trim().split(/\s+/)
  const [type = '', trigger = ''] = head.split(':')
  if (type === '' || trigger === '') return false
  to.triggers.set(id, trigger)
  for (const role of roles) {
    const at = role.indexOf(':')
    const name = role.slice(0, at)
    if (at <= 0) return false
    const kept = { event: id, eventType: type, role: name }
    to.relations.push({ type: name.replace(/\d+$/, ''), from: id, to: role.slice(at + 1), kept })
  }
  const known = to.annotations.get(trigger)
  if (known)
    known.lines = { ...known.lines, events: { ...(known.lines.events as Kept), [id]: type } }
  return true
}

function readRelation(id: string, data: string, to: Reading) {
  const match = /^(\S+)\s+(\S+?):(\S+)\s+(\S+?):(\S+)\s*$/.exec(data)
  if (!match) return false
  const [, type = '', arg1, from = '', arg2, target = ''] = match
  const plain = arg1 === 'Arg1' && arg2 === 'Arg2'
  to.relations.push({ id, type, from, to: target, ...(!plain && { kept: { arg1, arg2 } }) })
  return true
}

/** Attributes come after or before what they are of: they are given to it at the end. */
type Said = { id: string; name: string; of: string; value: unknown; line: string }

function readAttribute(id: string, data: string, line: string, said: Said[]) {
  const match = /^(\S+) (\S+)(?: (.*))?$/s.exec(data)
  if (!match) return false
  const [, name = '', of = '', value] = match
  const is = value === undefined || value === '' ? true : decodeValue(value)
  said.push({ id, name, of, value: is, line })
  return true
}

/** A `.ann` file beside its `.txt`. Offsets are code points; a line end counts as its characters. */
export function readBrat({ name, text: lines, beside }: Source): Found[] {
  const text = beside?.('.txt')
  if (text === undefined) return [{ problem: { kind: 'no-text', detail: `${name} has no .txt` } }]
  const rows = lines.split(/\r?\n/)
  const table = offsets(text)
  const reading: Reading = {
    text,
    table,
    unit: unitOf(rows, text, table),
    annotations: new Map(),
    triggers: new Map(),
    relations: [],
    others: [],
    problems: [],
  }
  const said: Said[] = []
  const events: [at: number, id: string, data: string][] = []
  const record: Kept = {}
  for (const [at, line] of rows.entries()) {
    if (line.trim() === '') continue
    const [id = '', data = '', ...rest] = line.split('\t')
    const tail = rest.length > 0 ? rest.join('\t') : undefined
    let ok = true
    if (/^T\d/.test(id)) ok = readText(id, data, tail, reading)
    else if (/^E\d/.test(id)) events.push([at, id, data])
    else if (/^R\d/.test(id)) ok = readRelation(id, data, reading)
    else if (/^[AM]\d/.test(id)) ok = readAttribute(id, data, line, said)
    else if (/^[#N*]/.test(id)) reading.others.push(line)
    else ok = false
    if (!ok)
      reading.problems.push({ kind: 'bad-line', element: `${at + 1}`, detail: line.slice(0, 120) })
  }
  for (const [at, id, data] of events)
    if (!readEvent(id, data, reading))
      reading.problems.push({ kind: 'bad-line', element: `${at + 1}`, detail: data.slice(0, 120) })
  const links = new Set(reading.relations.map(({ id }) => id))
  for (const { id, name: attribute, of, value, line } of said) {
    const target = reading.annotations.get(reading.triggers.get(of) ?? of)
    // What is said of a relation is kept as it stands.
    if (!target && links.has(of)) reading.others.push(line)
    else if (!target)
      reading.problems.push({ kind: 'attribute-of-nothing', element: of, detail: attribute })
    if (!target) continue
    target.flat.set(attribute, value)
    target.lines.said = { ...(target.lines.said as Kept), [attribute]: id }
    if (of !== target.id)
      target.lines = {
        ...target.lines,
        ofEvent: { ...(target.lines.ofEvent as Kept), [attribute]: of },
      }
  }
  if (reading.others.length > 0) record.lines = reading.others
  const annotations = [...reading.annotations.values()].map(({ flat, lines: kept, ...rest }) => ({
    ...rest,
    attributes: unflattened(flat),
    kept,
  }))
  const end = (id: string) => reading.triggers.get(id) ?? id
  const relations = reading.relations.map(({ from, to, kept, ...relation }) => {
    // A relation may join events; it is their triggers that are annotations here.
    const events = {
      ...(end(from) !== from && !kept?.event && { fromEvent: from }),
      ...(end(to) !== to && { toEvent: to }),
    }
    const all = { ...kept, ...events }
    return {
      ...relation,
      from: end(from),
      to: end(to),
      ...(Object.keys(all).length > 0 && { kept: all }),
    }
  })
  return [
    {
      document: {
        text,
        metadata: {},
        unit: reading.unit,
        sets: [{ annotations, relations, kept: record }],
        problems: reading.problems,
      },
    },
  ]
}
