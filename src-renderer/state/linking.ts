import { type Annotation, extentOf } from '../../annotations/model/annotation.ts'
import { type RelationType, relationTypesBetween } from '../../annotations/model/scheme.ts'
import { language, say } from '../strings/words.ts'
import { annotationById, onPointedAt } from './actions.ts'
import { type OpenDocument, useEditor } from './editor.ts'
import { link } from './link-actions.ts'
import { announce, useSession } from './session.ts'

const set = useEditor.setState
const get = useEditor.getState

const schemeNow = () => useSession.getState().project?.project.scheme

/** How many picks have a number of their own. */
const numbered = 9

const typesFrom = (label: string): RelationType[] =>
  schemeNow()?.relationTypes.filter(({ from }) => from.includes(label)) ?? []

/** Begin a relation from the annotation at hand; begun already, it means the next type of relation. */
export function startLinking() {
  const { current, linking } = get()
  if (linking !== undefined) return nextType()
  const annotation = annotationById(current)
  if (!annotation || typesFrom(annotation.label).length === 0)
    return announce(say('said.cannot-link'))
  set({ linking: annotation.id, linkType: undefined })
  announce(say('said.linking'))
}

/** Any type that fits, then each type alone, then any again. */
function nextType() {
  const { linking, linkType } = get()
  const from = annotationById(linking)
  if (!from) return
  const types = typesFrom(from.label)
  const next = types[types.findIndex(({ id }) => id === linkType) + 1]
  set({ linkType: next?.id })
  announce(next ? next.name[language()] : say('linking.any'))
}

/** The first type that joins two annotations and is the one asked for, if one is. */
function typeFor(from: Annotation, to: Annotation): RelationType | undefined {
  const scheme = schemeNow()
  const { linkType } = get()
  return (
    scheme &&
    relationTypesBetween(scheme, from.label, to.label).find(
      ({ id }) => linkType === undefined || id === linkType,
    )
  )
}

/** What the annotation being linked may be joined to and is not yet, the nearest first. */
export function linkCandidates({ set }: OpenDocument, linking: string | undefined): Annotation[] {
  const from = annotationById(linking)
  if (!from) return []
  const here = extentOf(from)
  const away = (other: Annotation) => {
    const { start, end } = extentOf(other)
    return Math.max(0, start - here.end, here.start - end)
  }
  const joined = (type: string, to: string) =>
    set.relations.some(r => r.from === from.id && r.type === type && r.to === to)
  return set.annotations
    .filter(other => {
      const type = other.id === from.id ? undefined : typeFor(from, other)
      return type !== undefined && !joined(type.id, other.id)
    })
    .sort((a, b) => away(a) - away(b))
    .slice(0, numbered)
}

export function linkTo(to: string): void {
  const [from, target] = [annotationById(get().linking), annotationById(to)]
  const type = from && target && typeFor(from, target)
  set({ linking: undefined, linkType: undefined })
  if (type) link(type, from.id, target.id)
  else announce(say('said.cannot-link'))
  if (from) set({ current: from.id })
}

/** Link to the pick of this number, from 1. */
export function linkToNumber(number: number): boolean {
  const { open, linking } = get()
  const pick = open && linkCandidates(open, linking)[number - 1]
  if (pick) linkTo(pick.id)
  else announce(say('said.no-such-pick', { number }))
  return true
}

onPointedAt(linkTo)
