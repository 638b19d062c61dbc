import { grouped } from '../analysis/grouped.ts'
import type { Attributes, AttributeValue } from '../model/annotation.ts'
import type { Reading } from './comparison.ts'
import type { Judged } from './judge.ts'
import { type Content, placeSaid, valueSaid } from './saying.ts'
import type { Choice } from './settle.ts'

export const strategies = ['agreed', 'majority', 'union'] as const
export type Strategy = (typeof strategies)[number]

/** What a rule makes of one item; nothing where it leaves it to a person. */
type Rule = (judged: Judged) => Choice | undefined

const everybody = ({ item }: Judged) => item.voices.map((_, at) => at)

/** What all say alike. */
const agreed: Rule = judged =>
  judged.item.kinds.length === 0 ? { judged, way: 'agreed', took: everybody(judged) } : undefined

/** More than half of `of`. */
const most = (count: number, of: number) => count * 2 > of

/** Groups by what `key` says, the largest first; what is said decides ties. */
const bySize = <T>(all: Iterable<T>, key: (item: T) => string): [string, T[]][] =>
  [...grouped(all, key)].sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1))

/** Of each attribute the value that `enough` give; `open` where there is none. A value that nobody gives is none. */
function attributesOf(
  contents: readonly Content[],
  choose: (
    values: [string, (AttributeValue | undefined)[]][],
  ) => AttributeValue | 'open' | undefined,
): { attributes: Attributes; open: boolean } {
  const attributes: Attributes = {}
  let open = false
  const names = [...new Set(contents.flatMap(({ attributes }) => Object.keys(attributes)))].sort()
  for (const name of names) {
    const values = bySize(
      contents.map(({ attributes }) => attributes[name]),
      valueSaid,
    )
    const chosen = choose(values)
    if (chosen === 'open') open = true
    else if (chosen !== undefined) attributes[name] = chosen
  }
  return { attributes, open }
}

const wordsAt = (content: Content) => `${content.label} ${placeSaid(content)}`

/** What more than half say, or that more than half say nothing; of attributes the same, one by one. */
const majority: Rule = judged => {
  const { item } = judged
  const speaking = item.voices.filter(({ speaks }) => speaks).length
  const whole = item.readings.find(({ voices }) => most(voices.length, speaking))
  if (whole) return { judged, way: 'majority', took: whole.voices }
  if (item.about !== 'annotation') return undefined
  const said = item.voices.flatMap(({ annotation }, voice) =>
    annotation ? [{ ...annotation, voice }] : [],
  )
  const [place] = bySize(said, wordsAt)
  const here = place?.[1] ?? []
  const [first] = here
  if (!first || !most(here.length, speaking)) return undefined
  const { attributes, open } = attributesOf(here, values => {
    const [value] = values
    return value && most(value[1].length, speaking) ? value[1][0] : 'open'
  })
  return {
    judged,
    way: 'majority',
    took: here.map(({ voice }) => voice),
    contents: [{ label: first.label, spans: first.spans, attributes }],
    open,
  }
}

const isWithin = (inner: readonly string[], outer: readonly string[]) => {
  let at = 0
  for (const one of outer) if (at < inner.length && one === inner[at]) at++
  return at === inner.length
}
const steps = ({ links }: Reading) => links.map(({ type, to }) => `${type} ${to}`)

/**
 * Whatever anybody says. Values of an attribute that contradict one another cannot both be; neither can two chains of
 * which neither is part of the other: those are left to a person.
 */
const union: Rule = judged => {
  const { item } = judged
  const { readings } = item
  if (item.about === 'relation') return { judged, way: 'union', took: everybody(judged) }
  if (item.about === 'chain') {
    const whole = readings.find(one => readings.every(other => isWithin(steps(other), steps(one))))
    return whole && { judged, way: 'union', took: whole.voices }
  }
  let left = false
  const contents = bySize(
    readings.flatMap(({ annotation }) => annotation ?? []),
    wordsAt,
  ).map(([, here]): Content => {
    const { attributes, open } = attributesOf(here, values => {
      const given = values.filter(([said]) => said !== '')
      return given.length === 1 ? given[0]?.[1][0] : 'open'
    })
    if (open) left = true
    const { label, spans } = here[0] as Content
    return { label, spans, attributes }
  })
  return { judged, way: 'union', took: everybody(judged), contents, open: left }
}

export const ruleOf: Record<Strategy, Rule> = {
  agreed,
  majority: judged => agreed(judged) ?? majority(judged),
  union: judged => agreed(judged) ?? union(judged),
}
