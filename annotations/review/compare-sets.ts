import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { DecidedThing } from '../model/decision.ts'
import type { LabelScheme } from '../model/scheme.ts'
import { byCodePoint } from '../text/code-point-order.ts'
import { alignAnnotations, type Group } from './align-annotations.ts'
import {
  type Comparison,
  differenceKinds,
  type Item,
  type Reading,
  type Voice,
} from './comparison.ts'
import { differencesOf } from './difference.ts'
import { digestOf, silence } from './digest.ts'
import { type LinkItem, linkItems } from './link-items.ts'
import { contentSaid, placeSaid } from './saying.ts'

type Aligned = { said: Group; start: number; end: number }

/** What is said of a thing, each once, in the order of those who say it first. */
function readingsOf(voices: readonly Voice[]): Reading[] {
  const readings = new Map<string, Reading>()
  for (const [at, { reading, annotation, links, speaks }] of voices.entries()) {
    if (!speaks) continue
    const known = readings.get(reading)
    if (known) known.voices.push(at)
    else readings.set(reading, { reading, voices: [at], annotation, links })
  }
  return [...readings.values()]
}

const idOf = (about: DecidedThing, voices: readonly Voice[]) =>
  `d-${digestOf(
    [about, ...voices.map(({ annotator, elements }) => [annotator, ...elements].join(' '))].join(
      '\n',
    ),
  )}`

const labelsOf = (said: Group) => [...new Set(said.flatMap(annotation => annotation?.label ?? []))]

/** Places where somebody put one label twice, and not all put the same: agreed as a whole or not at all. */
function disputedStacks(groups: readonly Aligned[]): (group: Aligned) => boolean {
  const places = new Map<string, { stacked: boolean; differs: boolean }>()
  const seen = new Set<string>()
  const placesOf = ({ said }: Aligned) =>
    said.map(annotation => annotation && placeSaid(annotation))
  for (const group of groups)
    for (const [voice, place] of placesOf(group).entries()) {
      if (place === undefined) continue
      const known = places.get(place) ?? { stacked: false, differs: false }
      places.set(place, known)
      const own = `${voice} ${group.said[voice]?.label} ${place}`
      if (seen.has(own)) known.stacked = true
      seen.add(own)
      const first = contentSaid(group.said[voice] as Annotation)
      if (group.said.some(other => !other || contentSaid(other) !== first)) known.differs = true
    }
  return group =>
    placesOf(group).some(place => {
      const known = place === undefined ? undefined : places.get(place)
      return known?.stacked === true && known.differs
    })
}

function annotationItem(
  text: string,
  sets: readonly AnnotationSet[],
  { said, start, end }: Aligned,
  group: number,
  disputed: boolean,
  scheme: LabelScheme | undefined,
): Item {
  const voices = sets.map(({ annotator, revision }, at): Voice => {
    const annotation = said[at]
    return {
      annotator,
      revision,
      elements: annotation ? [annotation.id] : [],
      annotation,
      links: [],
      digest: annotation ? digestOf(contentSaid(annotation)) : silence,
      reading: annotation ? contentSaid(annotation) : '',
      speaks: true,
    }
  })
  const given = said.filter(annotation => annotation !== undefined)
  const { kinds, alike } = differencesOf(text, given, given.length < sets.length, scheme)
  return {
    id: idOf('annotation', voices),
    about: 'annotation',
    group,
    to: undefined,
    start,
    end,
    labels: labelsOf(said),
    voices,
    readings: readingsOf(voices),
    kinds: kinds.length === 0 && disputed ? ['missing'] : inOrder(kinds),
    alike,
  }
}

const inOrder = (kinds: Item['kinds']) => differenceKinds.filter(kind => kinds.includes(kind))

function itemOfLinks({ about, group, to, voices }: LinkItem, groups: readonly Aligned[]): Item {
  const { said, start, end } = groups[group] as Aligned
  const readings = readingsOf(voices)
  return {
    id: idOf(about, voices),
    about,
    group,
    to,
    start,
    end,
    labels: labelsOf(said),
    voices,
    readings,
    kinds: readings.length > 1 ? [about === 'chain' ? 'chain' : 'relation'] : [],
    alike: [],
  }
}

/**
 * Two or more sets on one text, thing by thing: what each says of it and how that differs. The order in which the sets
 * are given does not matter. The cost grows with the annotations and with how many lie over one another.
 */
export function compareSets(
  text: string,
  given: readonly AnnotationSet[],
  scheme?: LabelScheme,
): Comparison {
  const sets = [...given].sort((a, b) => byCodePoint(a.annotator, b.annotator))
  const groups = alignAnnotations(
    text,
    sets.map(({ annotations }) => annotations),
  )
  const disputed = disputedStacks(groups)
  const links = new Map<number, Item[]>()
  for (const item of linkItems(sets, groups, scheme)) {
    const known = links.get(item.group) ?? []
    links.set(item.group, known)
    known.push(itemOfLinks(item, groups))
  }
  return {
    documentId: sets[0]?.documentId ?? '',
    textDigest: sets[0]?.textDigest ?? '',
    annotators: sets.map(({ annotator }) => annotator),
    items: groups.flatMap((group, at) => [
      annotationItem(text, sets, group, at, disputed(group), scheme),
      ...(links.get(at) ?? []),
    ]),
  }
}
