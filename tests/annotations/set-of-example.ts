import { dateTypes } from '../../annotations/dates/timex.ts'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import type { Attributes } from '../../annotations/model/annotation.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { linkOf } from '../../annotations/model/chain.ts'
import { applyChanges, type Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import type { Example, Place } from './claims-example.ts'

export const registerId = (id: string) => id.toLowerCase()

const kindOf = (type: string): Actor['kind'] =>
  actorKinds.find(kind => kind === type.replaceAll('_', '-')) ?? 'other'

export const registerOf = ({ actors }: Example): Map<string, Actor> =>
  new Map(
    actors.map(({ id, name, type }) => [
      registerId(id),
      {
        id: registerId(id),
        name: { ar: name },
        kind: kindOf(type),
        aliases: [],
        titles: [],
        notes: '',
        externalIds: {},
      },
    ]),
  )

/** The set that says all an example says, made by the changes the app makes. */
export function setOfExample(
  example: Example,
  about: { id: string; textDigest: string },
): AnnotationSet {
  const { text } = example
  let set = emptySet(about.id, about.textDigest, 'example')
  const make = (changes: Change[]) => {
    set = applyChanges(set, changes)
  }
  const known = new Map<string, string>()
  let count = 0
  const put = (label: string, places: readonly Place[], attributes: Attributes = {}): string => {
    const key = `${label} ${places.map(({ start, end }) => `${start}-${end}`).join(' ')}`
    const there = known.get(key)
    if (there !== undefined) return there
    const id = `${label}-${++count}`
    known.set(key, id)
    const spans = places.map(({ start, end }) => spanOf(text, start, end))
    make([{ kind: 'put-annotation', annotation: { id, label, spans, attributes } }])
    return id
  }
  const link = (
    type: string,
    from: string,
    to: string,
    attributes: Attributes = {},
    order?: number,
  ) => {
    const ordered = defaultScheme.relationTypes.find(({ id }) => id === type)?.ordered ?? false
    const [made] = linkOf(set, { id: `r${++count}`, type, from, to, ordered })
    if (made?.kind !== 'put-relation') return
    const relation = { ...made.relation, ...(order === undefined ? {} : { order }) }
    const said = Object.keys(attributes).length > 0 ? { attributes } : {}
    make([{ kind: 'put-relation', relation: { ...relation, ...said } }])
  }
  for (const actor of example.actors)
    for (const mention of actor.mentions)
      put('actor', [mention], {
        kind: kindOf(actor.type),
        actor: registerId(actor.id),
        ...(actor.count === undefined ? {} : { count: actor.count }),
      })
  const dates = new Map(
    example.dates.map(({ id, span, type, value }) => {
      const known = dateTypes.find(one => one === type) ?? 'DATE'
      return [id, put('date', [span], { value: { type: known, value, calendar: 'gregorian' } })]
    }),
  )
  const claims = new Map(
    example.claims.map(claim => {
      const attributes: Attributes = { stance: 'asserts', voice: claim.voice }
      if (claim.quote) attributes.directness = claim.quote
      if (claim.content_kind) attributes.modality = claim.content_kind
      if (claim.note) attributes.note = claim.note
      return [claim.id, put('claim', claim.content, attributes)]
    }),
  )
  for (const claim of example.claims) {
    const id = claims.get(claim.id) as string
    const own = [...claim.cue]
    claim.chain.forEach(({ span, cue, kind, implicit }, at) => {
      if (span)
        link('source', id, put('actor', [span]), { kind, ...(implicit ? { implicit } : {}) })
      if (cue) link('cue', id, put('cue', [cue]), span ? {} : { unnamed: true }, at + 1)
    })
    for (const cue of own) link('cue', id, put('cue', [cue]), {}, claim.chain.length)
    for (const { date, role } of claim.dates) link('about', id, dates.get(date) as string, { role })
    for (const atom of claim.atoms ?? []) {
      const part = put('claim', [atom], { stance: 'asserts', note: 'part' })
      link('part', id, part)
    }
    if (claim.medium) link('medium', id, put('cue', [claim.medium]))
    if (claim.addressee) link('target', id, put('actor', [claim.addressee]))
    if (claim.nested_in) link('within', id, claims.get(claim.nested_in) as string)
    if (claim.duplicate_of) link('repeats', id, claims.get(claim.duplicate_of) as string)
  }
  return set
}
