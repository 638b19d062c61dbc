import fc from 'fast-check'
import { expect, test } from 'vitest'
import { affiliationOf, projected, type Said } from '../../../annotations/across/affiliation.ts'
import { measured, networkOf } from '../../../annotations/across/network.ts'
import { graphml } from '../../../annotations/across/network-xml.ts'
import { corpus, proposition, said } from './make.ts'

const party = (key: string) => ({ key, name: { ar: key }, kind: null, registered: true })

const stand = (who: string, concept: string, side: 'for' | 'against'): Said => ({
  party: party(who),
  concept,
  side,
})

/**
 * By hand. A: +1 +2 −3; B: +1 −2 −3; C: −1 +2 (twice); D: +4 alone.
 * AB agree on 1 and 3, part on 2. AC agree on 2, part on 1. BC part on 1 and 2.
 */
const given = [
  stand('A', '1', 'for'),
  stand('A', '2', 'for'),
  stand('A', '3', 'against'),
  stand('B', '1', 'for'),
  stand('B', '2', 'against'),
  stand('B', '3', 'against'),
  stand('C', '1', 'against'),
  stand('C', '2', 'for'),
  stand('C', '2', 'for'),
  stand('D', '4', 'for'),
]

const ties = (kind: 'congruence' | 'conflict' | 'subtract', normalise?: 'average') =>
  Object.fromEntries(
    projected(affiliationOf(given), kind, normalise).map(({ a, b, weight }) => [a + b, weight]),
  )

test('congruence, conflict and subtract equal what was reckoned by hand', () => {
  expect(ties('congruence')).toEqual({ AB: 2, AC: 1 })
  expect(ties('conflict')).toEqual({ AB: 1, AC: 1, BC: 2 })
  expect(ties('subtract')).toEqual({ AB: 1, BC: -2 })
  // Concepts spoken of: A 3, B 3, C 2.
  expect(ties('congruence', 'average')).toEqual({ AB: 2 / 3, AC: 1 / 2.5 })
})

test('law: the projections are the products of the matrices, and subtract is their difference', () => {
  const one = fc.tuple(
    fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    fc.constantFrom('1', '2', '3', '4'),
    fc.constantFrom('for' as const, 'against' as const),
  )
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), all => {
      const said = all.map(([who, concept, side]) => stand(who, concept, side))
      const x = (who: string, concept: string, side: string) =>
        all.some(([a, c, s]) => a === who && c === concept && s === side) ? 1 : 0
      const weight = (kind: 'congruence' | 'conflict' | 'subtract', a: string, b: string) =>
        projected(affiliationOf(said), kind).find(tie => tie.a === a && tie.b === b)?.weight ?? 0
      for (const [a, b] of ['AB', 'AE', 'BD', 'CD']) {
        let [same, other] = [0, 0]
        for (const c of '1234')
          for (const r of ['for', 'against'])
            for (const s of ['for', 'against']) {
              const both = x(a as string, c, r) * x(b as string, c, s)
              if (r === s) same += both
              else other += both
            }
        expect(weight('congruence', a as string, b as string)).toBe(same)
        expect(weight('conflict', a as string, b as string)).toBe(other)
        expect(weight('subtract', a as string, b as string)).toBe(same - other)
      }
    }),
    { numRuns: 40 },
  )
})

const node = (key: string) => ({
  key,
  type: 'actor' as const,
  name: { ar: key },
  kind: null,
  statements: 1,
})

const tie = (a: string, b: string) => ({ a, b, weight: 1, side: 'for' as const })

test('degree, betweenness and communities of a small graph equal what was reckoned by hand', () => {
  // Two triangles joined by c–d: c and d are each on 2×3 + … = 6 shortest ways.
  const nodes = measured({
    nodes: [...'abcdef'].map(node),
    ties: ['ab', 'ac', 'bc', 'cd', 'de', 'df', 'ef'].map(([a = '', b = '']) => tie(a, b)),
  })
  const of = (field: 'degree' | 'betweenness' | 'community') =>
    nodes.map(one => one[field]).join(' ')
  expect(of('degree')).toBe('2 2 3 3 2 2')
  expect(of('betweenness')).toBe('0 0 6 6 0 0')
  expect(of('community')).toBe('0 0 0 1 1 1')
  // A path: the middle one is on the one way between the others.
  const path = measured({ nodes: [...'abc'].map(node), ties: [tie('a', 'b'), tie('b', 'c')] })
  expect(path.map(({ betweenness }) => betweenness)).toEqual([0, 1, 0])
})

test('the same statements make the same network, places included; none make an empty one', () => {
  const all = [
    said({ who: 'وزير', proposition: 'p' }),
    said({ who: 'نائب', proposition: 'p' }),
    said({ who: 'ناطق', proposition: 'p', side: 'against' }),
  ]
  const asked = {
    end: 'inner' as const,
    normalise: 'none' as const,
    least: 0,
    unnamed: false,
    uncoded: true,
  }
  const made = () =>
    networkOf(corpus(all, [proposition('p', '1')]), {}, { kind: 'subtract', ...asked })
  expect(made()).toEqual(made())
  expect(
    made()
      .ties.map(({ weight }) => weight)
      .sort(),
  ).toEqual([-1, -1, 1])
  for (const kind of ['affiliation', 'congruence', 'conflict', 'subtract'] as const) {
    const empty = networkOf(corpus([]), {}, { kind, ...asked })
    expect([empty.nodes, empty.ties]).toEqual([[], []])
    expect(graphml(empty)).toContain('</graphml>')
  }
})

test('what a filter or a threshold leaves stands where it stands among all, whatever was asked before', () => {
  const people = ['وزير', 'نائب', 'ناطق', 'سفير', 'ضابط', 'خبير']
  const all = people.flatMap((who, at) =>
    ['p', 'q', 'r']
      .slice(at % 2)
      .map((proposition, n) =>
        said({ who, proposition, side: n === at % 3 ? 'against' : 'for', outlet: `${at % 2}` }),
      ),
  )
  const codebook = ['p', 'q', 'r'].map((id, at) => proposition(id, `${at + 1}`))
  const asked = {
    kind: 'affiliation' as const,
    end: 'inner' as const,
    normalise: 'none' as const,
    least: 0,
    unnamed: true,
    uncoded: false,
  }
  const filter = { outlets: ['0'] }
  const alone = networkOf(corpus(all, codebook), filter, asked)
  const after = corpus(all, codebook)
  const whole = networkOf(after, {}, asked)
  expect(networkOf(after, filter, asked)).toEqual(alone)
  expect(networkOf(after, {}, asked)).toEqual(whole)
  expect(alone.nodes.length).toBeGreaterThan(3)
  // Left stays left and right right: the two furthest apart of those that stay are on their sides.
  const places = new Map(whole.nodes.map(({ key, x }) => [key, x]))
  const stayed = alone.nodes.map(({ key, x }) => ({ now: x, was: places.get(key) ?? 0 }))
  stayed.sort((a, b) => a.was - b.was)
  expect(stayed.at(0)?.now).toBeLessThan(stayed.at(-1)?.now ?? -1)
})
