import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterClaims, type Worded } from '../../../annotations/across/cluster-claims.ts'
import { wordsIn } from '../../../annotations/propositions/claim-traits.ts'

/** The same as it is said, every claim compared with every leader. */
function plainly(claims: readonly Worded[]): Map<string, string> {
  const words = claims.map(({ quote }) => [...wordsIn(quote).keys()])
  const count = (stem: string) => words.filter(own => own.includes(stem)).length
  const weigh = (stem: string) => Math.log(1 + (claims.length + 1) / count(stem))
  const sum = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + weigh(stem), 0)
  const leaders: { key: string; stems: string[] }[] = []
  const found = new Map<string, string>()
  for (const [at, { key }] of claims.entries()) {
    // Sums are taken from what weighs most, as there.
    const stems = [...(words[at] ?? [])].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1))
    const scores = leaders.map(leader => {
      const shared = leader.stems.filter(stem => stems.includes(stem))
      return (2 * sum(shared)) / (sum(stems) + sum(leader.stems))
    })
    const best = Math.max(...scores, 0)
    const like = best >= 0.5 ? leaders[scores.indexOf(best)] : undefined
    found.set(key, like?.key ?? key)
    if (!like) leaders.push({ key, stems })
  }
  return found
}

const words = 'يرحل التحالف قوات أيلول بغداد الوزير تنفي السرايا هجوم القاعدة موعد اتفاق'.split(' ')
const quotes = fc.array(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map(some => some.join(' ')),
  { maxLength: 25 },
)

test('claims are put together as if every one were compared with every cluster', () => {
  fc.assert(
    fc.property(quotes, some => {
      const claims = some.map((quote, at) => ({ key: `c${at}`, quote }))
      expect(clusterClaims(claims)).toEqual(plainly(claims))
    }),
  )
})

test('asked again, with others or in another order, a claim is taken apart as at first', () => {
  const claims = ['يرحل التحالف في أيلول', 'التحالف يرحل في أيلول', 'تنفي السرايا الهجوم'].map(
    (quote, at) => ({ key: `c${at}`, quote }),
  )
  const [first, second, third] = claims as [Worded, Worded, Worded]
  expect([...clusterClaims(claims)]).toEqual([
    ['c0', 'c0'],
    ['c1', 'c0'],
    ['c2', 'c2'],
  ])
  expect([...clusterClaims([third, second, first])]).toEqual([
    ['c2', 'c2'],
    ['c1', 'c1'],
    ['c0', 'c1'],
  ])
})
