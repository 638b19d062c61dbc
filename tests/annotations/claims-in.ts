import type { IsnadLine } from '../../annotations/formats/isnad-line.ts'
import type { Example, ExampleClaim, Place } from './claims-example.ts'
import { registerId } from './set-of-example.ts'

/** What the claims view of an exported line says, in the example's words: nothing else of the line but places is read. */
export function claimsIn({ annotations, claims }: IsnadLine, example: Example): ExampleClaim[] {
  const byId = new Map(annotations.map(one => [one.id, one]))
  const places = (id: string | null | undefined): Place[] =>
    byId.get(id ?? '')?.spans.map(({ start, end, quote }) => ({ start, end, text: quote })) ?? []
  const same = (a: readonly Place[], b: readonly Place[]) =>
    a.length === b.length &&
    a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end)
  const nameOf = (id: string | null | undefined) =>
    example.claims.find(({ content }) => same(content, places(id)))?.id
  const dateOf = (id: string | undefined) =>
    example.dates.find(({ span }) => same([span], places(id)))?.id ?? ''
  const parts = new Set(claims.flatMap(claim => claim.parts ?? []))
  return claims
    .filter(({ id }) => !(parts.has(id) && byId.get(id)?.attributes.note === 'part'))
    .map(claim => {
      const [medium] = (claim.media ?? []).flatMap(places)
      const [addressee] = (claim.targets ?? []).flatMap(places)
      const [nested, twin] = [nameOf(claim.within), nameOf(claim.repeats)]
      return {
        id: nameOf(claim.id) ?? claim.id,
        voice: claim.voice ?? '',
        content: places(claim.id),
        cue: (claim.cues ?? []).flatMap(places),
        chain: claim.sources.map(({ actor, mention, cues, implicit, kind }) => {
          const [cue] = (cues ?? []).flatMap(places)
          const known = example.actors.find(({ id }) => registerId(id) === actor)
          return {
            actor: known?.id ?? null,
            span: places(mention)[0] ?? null,
            ...(cue ? { cue } : {}),
            ...(implicit ? { implicit: true } : {}),
            kind: kind ?? '',
          }
        }),
        source_kind: claim.sources.at(-1)?.kind ?? 'author',
        dates: claim.dates.map(({ annotation, role }) => ({
          date: dateOf(annotation),
          role: role ?? '',
        })),
        ...(claim.parts && claim.parts.length > 0 ? { atoms: claim.parts.flatMap(places) } : {}),
        ...(claim.note ? { note: claim.note } : {}),
        ...(nested ? { nested_in: nested } : {}),
        ...(claim.modality ? { content_kind: claim.modality } : {}),
        ...(addressee ? { addressee } : {}),
        ...(medium ? { medium } : {}),
        ...(claim.directness ? { quote: claim.directness } : {}),
        ...(twin ? { duplicate_of: twin } : {}),
      }
    })
}

/** The same claim without what only says where in the file it stands, in one order of keys and links. */
export function comparable(claim: ExampleClaim) {
  const place = ({ start, end }: Place) => `${start}-${end}`
  const inOrder = (places: readonly Place[]) => places.map(place).sort()
  return {
    id: claim.id,
    voice: claim.voice,
    content: claim.content.map(place),
    cue: inOrder(claim.cue),
    chain: claim.chain.map(({ actor, span, cue, implicit, kind }) => ({
      actor,
      span: span && place(span),
      cue: cue ? place(cue) : undefined,
      implicit: implicit === true,
      kind,
    })),
    source_kind: claim.source_kind,
    dates: claim.dates.map(({ date, role }) => `${date} ${role}`).sort(),
    atoms: inOrder(claim.atoms ?? []),
    note: claim.note,
    nested_in: claim.nested_in,
    content_kind: claim.content_kind,
    addressee: claim.addressee && place(claim.addressee),
    medium: claim.medium && place(claim.medium),
    quote: claim.quote,
    duplicate_of: claim.duplicate_of,
  }
}
