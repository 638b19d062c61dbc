import { offsets } from '../../text/offsets.ts'
import { unflattened } from '../exchange/flat-attributes.ts'
import type { ForeignAnnotation, ForeignRelation, ForeignSet, Found } from '../exchange/foreign.ts'
import { metadataIn } from '../exchange/metadata.ts'
import { readXml, type XmlElement } from '../exchange/read-xml.ts'
import type { FormatProblem, OffsetUnit, Source } from '../format.ts'

type Said = {
  element: XmlElement
  text: string
  resp: string | undefined
  type: string | undefined
}

type Reading = {
  spans: Said[]
  links: Said[]
  /** Feature values by the id of their structure. */
  features: Map<string, Map<string, string>>
  /** Where each element with an id begins and ends in the text, in UTF-16 units. */
  places: Map<string, { start: number; end: number }>
  people: Map<string, string>
  about: Record<string, string>
  text: string
  unit: OffsetUnit
  /** The header says what is counted. */
  isStated: boolean
}

const idOf = (element: XmlElement) => element.attribute('xml:id')
/** Elements that begin a line of their own in running text. */
const blocks = new Set(['p', 'head', 'ab', 'div', 'l', 'item', 'byline', 'dateline', 'lb'])

function walk(file: string): Reading | FormatProblem {
  const reading: Reading = {
    spans: [],
    links: [],
    features: new Map(),
    places: new Map(),
    people: new Map(),
    about: {},
    text: '',
    unit: 'code points',
    isStated: false,
  }
  const path: { element: XmlElement; text: string; start: number }[] = []
  const inside = (name: string) => path.some(({ element }) => element.local === name)
  const attributeAbove = (parent: string, name: string) =>
    path.findLast(({ element }) => element.local === parent)?.element.attribute(name)
  const preserved = () =>
    path
      .findLast(({ element }) => element.attribute('xml:space') !== undefined)
      ?.element.attribute('xml:space') === 'preserve'
  const isRunning = () => inside('text') && !inside('standOff') && inside('body')

  function close(local: string, element: XmlElement, said: string, start: number) {
    const text = said.trim()
    const id = idOf(element)
    if (isRunning() && id !== undefined) reading.places.set(id, { start, end: reading.text.length })
    const speaks = /^(commenting|replying)$/.test(element.attribute('motivation') ?? '')
    if (local === 'span' || (local === 'annotation' && !speaks))
      reading.spans.push({
        element,
        text,
        resp: attributeAbove('spanGrp', 'resp') ?? element.attribute('resp'),
        type: attributeAbove('spanGrp', 'type'),
      })
    else if (local === 'link' || local === 'relation')
      reading.links.push({
        element,
        text,
        resp: attributeAbove('linkGrp', 'resp') ?? element.attribute('resp'),
        type: attributeAbove('linkGrp', 'type'),
      })
    else if (local === 'f') {
      const fs = attributeAbove('fs', 'xml:id')
      const name = element.attribute('name')
      if (fs !== undefined && name !== undefined) {
        const known = reading.features.get(fs) ?? new Map<string, string>()
        reading.features.set(fs, known.set(name, said))
      }
    } else if (local === 'name' && inside('respStmt')) {
      const who = attributeAbove('respStmt', 'xml:id')
      if (who !== undefined) reading.people.set(who, text)
    } else if (inside('teiHeader')) {
      const { about } = reading
      if (local === 'title' && inside('titleStmt')) about.title ??= text
      if (local === 'author') about.author ??= text
      if (local === 'publisher') about.outlet ??= text
      if (local === 'date') about.published ??= element.attribute('when') ?? text
      if (local === 'idno' && element.attribute('type') === 'url') about.url = text
      if (local === 'idno' && element.attribute('type') === 'isnad') about.id = text
      const stated = /string-range counts (UTF-16|Unicode code points)/.exec(text)
      if (stated) {
        reading.unit = stated[1] === 'UTF-16' ? 'utf-16' : 'code points'
        reading.isStated = true
      }
    }
  }

  const problem = readXml(file, {
    open(element) {
      const { local } = element
      const open = { element, text: '', start: 0 }
      path.push(open)
      if (isRunning() && blocks.has(local) && reading.text !== '' && !reading.text.endsWith('\n'))
        reading.text += '\n'
      open.start = reading.text.length
    },
    close({ local }) {
      const own = path.at(-1)
      if (!own) return
      close(local, own.element, own.text, own.start)
      path.pop()
      const parent = path.at(-1)
      if (parent && /^(string|symbol|numeric|hi|seg)$/.test(local)) parent.text += own.text
    },
    text(said) {
      const own = path.at(-1)
      if (own) own.text += said
      if (!isRunning()) return
      if (preserved()) reading.text += said
      else if (said.trim() !== '' || !/\n/.test(said)) reading.text += said
    },
  })
  return problem ?? reading
}

/** `#string-range(seg1,6,8)`: stretches inside an element, in the unit of the file; or a whole element by its id. */
function spansAt(target: string, reading: Reading, toUnit: (at: number) => number) {
  const match = /string-range\(\s*#?([^,()]+)\s*,([^()]*)\)/.exec(target)
  if (match) {
    const element = reading.places.get((match[1] as string).trim())
    if (!element) return []
    const base = toUnit(element.start)
    const numbers = (match[2] as string).split(',').map(part => Number(part.trim()))
    const spans = []
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const start = base + (numbers[at] as number)
      spans.push({ start, end: start + (numbers[at + 1] as number) })
    }
    return spans
  }
  return target
    .split(/\s+/)
    .flatMap(pointer => reading.places.get(pointer.replace(/^#/, '')) ?? [])
    .map(({ start, end }) => ({ start: toUnit(start), end: toUnit(end) }))
}

/** TEI P5 with stand-off annotation. */
export function readTei({ text: file }: Source): Found[] {
  const reading = walk(file)
  if ('kind' in reading) return [{ problem: reading }]
  if (reading.text.trim() === '') return [{ problem: { kind: 'no-text' } }]
  const problems: FormatProblem[] = []
  const { text, unit, about, people, features } = reading
  const table = offsets(text)
  const toUnit = (at: number) => (unit === 'utf-16' ? at : table.toCodePoint(at))
  const sets = new Map<string | undefined, ForeignSet>()
  const setOf = (resp: string | undefined) => {
    const name = resp === undefined ? undefined : (people.get(resp.replace(/^#/, '')) ?? resp)
    const known = sets.get(name) ?? { annotator: name, annotations: [], relations: [] }
    sets.set(name, known)
    return known
  }
  for (const id of people.keys()) setOf(id)
  const owners = new Map<string, ForeignSet>()
  for (const { element, text: said, resp, type } of reading.spans) {
    const target = element.attribute('target') ?? element.attribute('from') ?? ''
    const ana = element.attribute('ana')?.replace(/^#/, '')
    const id = idOf(element)
    const spans = spansAt(target, reading, toUnit)
    if (spans.length === 0) {
      problems.push({ kind: 'no-span', element: id, detail: target })
      continue
    }
    const flat = ana === undefined ? undefined : features.get(ana)
    const annotation: ForeignAnnotation = {
      id,
      label:
        said !== ''
          ? said
          : (element.attribute('type') ?? element.attribute('ana') ?? type ?? 'span'),
      spans,
      attributes: unflattened(flat ?? new Map()),
      kept: flat === undefined && ana !== undefined ? { ana } : undefined,
    }
    const set = setOf(resp)
    set.annotations.push(annotation)
    if (id !== undefined) owners.set(id, set)
  }
  for (const { element, resp, type } of reading.links) {
    const ends = (
      element.attribute('target') ??
      `${element.attribute('active') ?? ''} ${element.attribute('passive') ?? ''}`
    )
      .trim()
      .split(/\s+/)
      .map(pointer => pointer.replace(/^#/, ''))
    const [from, to] = ends
    const name = element.attribute('type') ?? element.attribute('name') ?? type ?? 'link'
    if (from === undefined || to === undefined) {
      problems.push({ kind: 'relation-end-missing', detail: name })
      continue
    }
    const n = Number(element.attribute('n') ?? Number.NaN)
    const relation: ForeignRelation = {
      type: name,
      from,
      to,
      order: Number.isInteger(n) ? n : undefined,
    }
    const set = owners.get(from) ?? setOf(resp)
    set.relations.push(relation)
  }
  return [
    {
      document: {
        id: about.id,
        text,
        metadata: metadataIn(about),
        unit,
        unitIsFixed: reading.isStated,
        problems,
        sets: [...sets.values()],
      },
    },
  ]
}
