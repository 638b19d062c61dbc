import { expect, test } from 'vitest'
import { actorIndex } from '../../../annotations/actors/actor-index.ts'
import { rankActors } from '../../../annotations/actors/rank-actors.ts'
import { register } from './own-register.ts'

const index = actorIndex(register)
const first = (query: string, context = {}) => {
  const [best] = rankActors(index, query, context)
  return best && [best.actor.id, best.evidence[0]?.kind]
}

test.each([
  // As it is written, and in other letters.
  ['ألينا رومانوسكي', 'romanowski', 'exact'],
  ['إلينا رومانوسكي', 'romanowski', 'folded'],
  ['آلينا رومانوسكي', 'romanowski', 'folded'],
  ['واشنطن', 'us', 'alias'],
  ['وَاشِنطُن', 'us', 'alias'],
  // The parts of a name the other way round.
  ['رومانوسكي إلينا', 'romanowski', 'order'],
  ['رومانوسكي ألينا', 'romanowski', 'order'],
  ['رومانوسكي آلينا', 'romanowski', 'order'],
  // Letters that are one time so and one time otherwise.
  ['الجيش الأميركي', 'us-army', 'spelling'],
  ['أميركا', 'us', 'spelling'],
  ['هيجسيث', 'hegseth', 'spelling'],
  ['بيت هيغسث', 'hegseth', 'spelling'],
  ['روماناوسكي', 'romanowski', 'spelling'],
  // Article, and what is written before a word.
  ['جيش أمريكي', 'us-army', 'article'],
  ['للسوداني', 'sudani', 'alias'],
  ['والحلبوسي', 'halbousi', 'part'],
  ['لواشنطن', 'us', 'alias'],
  // Initials, and names that are written in one word or two.
  ['م. الحلبوسي', 'halbousi', 'initials'],
  ['م ش السوداني', 'sudani', 'initials'],
  ['أ ف ب', 'afp', 'alias'],
  ['أبو ظبي', 'dubai', 'folded'],
  // While it is being typed.
  ['روم', 'romanowski', 'begins'],
  ['الينا رو', 'romanowski', 'begins'],
  ['كتائب ح', 'kataib', 'begins'],
  ['alina rom', 'romanowski', 'begins'],
  ['afp', 'afp', 'alias'],
  // By title, and a name among other words.
  ['رئيس الوزراء', 'sudani', 'title'],
  ['رئيس الوزراء العراقي محمد شياع السوداني', 'sudani', 'within'],
  ['السفيرة ألينا رومانوسكي', 'romanowski', 'within'],
])('%s finds %s by %s', (query, id, kind) => {
  expect(first(query)).toEqual([id, kind])
})

test('what is not of the register finds nobody', () => {
  for (const query of ['هادي العامري', 'زقاق', 'xyz', '؟', '']) expect(first(query)).toBeUndefined()
})

test('a pronoun finds who was named nearby, the nearest first; others are likelier for being near', () => {
  const nearby = ['halbousi', 'us']
  expect(first('هو', { nearby })).toEqual(['halbousi', 'nearby'])
  expect(first('', { nearby })).toEqual(['halbousi', 'nearby'])
  expect(first('محمد')?.[0]).toBe('halbousi')
  expect(first('محمد', { nearby: ['sudani'] })).toEqual(['sudani', 'part'])
  expect(rankActors(index, 'محمد', { nearby })[0]?.evidence.at(-1)?.kind).toBe('nearby')
})

test('the kind that a mention was given speaks for those who are of it', () => {
  const of = (kind: string) => rankActors(index, 'أمريك', { kind })[0]?.actor.id
  expect([of('state'), of('government-body')]).toEqual(['us', 'us-army'])
})

test('every candidate is there once, with each kind of evidence once', () => {
  const found = rankActors(index, 'محمد')
  expect(new Set(found.map(({ actor }) => actor.id)).size).toBe(found.length)
  for (const { evidence } of found)
    expect(new Set(evidence.map(({ kind }) => kind)).size).toBe(evidence.length)
})
