import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeOf, splitOf, unmergedOf } from '../../../annotations/actors/merge.ts'
import { reconcile } from '../../../annotations/actors/reconcile.ts'
import {
  byIdOf,
  idsOf,
  parentLoop,
  registerOf,
  settledActors,
} from '../../../annotations/actors/register.ts'
import { changesOf, openSteps, type Step } from '../../../annotations/actors/steps.ts'
import type { Actor } from '../../../annotations/model/actor.ts'
import { lessonOf } from '../../../annotations/suggest/learn.ts'
import { actorOf, register } from './own-register.ts'

const put = (actors: readonly Actor[], changed: readonly Actor[]) => [
  ...actors.map(actor => changed.find(({ id }) => id === actor.id) ?? actor),
]

test('merged actors are one, with the names of both, and their ids mean it', () => {
  const merged = put(register, mergeOf(register, ['us-army', 'dubai'], 'us'))
  const one = registerOf(merged).get('us-army')
  expect(one).toMatchObject({ id: 'us', kind: 'state', name: { en: 'United States' } })
  expect(one?.aliases).toEqual(['واشنطن', 'أمريكا', 'الجيش الأمريكي', 'أبوظبي'])
  expect(settledActors(merged)).toHaveLength(register.length - 2)
  expect(idsOf('dubai', merged).sort()).toEqual(['dubai', 'us', 'us-army'])
  expect(put(merged, merged.map(unmergedOf))).toEqual(register)
})

test('two people merging the same two at once, one each way, make one of them and lose nothing', () => {
  const both = put(register, [
    ...mergeOf(register, ['us'], 'us-army'),
    ...mergeOf(register, ['us-army'], 'us'),
  ])
  const map = registerOf(both)
  expect(map.get('us')).toBe(map.get('us-army'))
  expect(map.get('us')?.aliases).toContain('الجيش الأمريكي')
  // Who merges them again makes an end of the loop.
  const again = put(both, mergeOf(both, ['us', 'sudani'], 'us-army'))
  expect(registerOf(again).get('sudani')?.id).toBe('us')
})

test('whatever is merged, in loops too, every id means one actor and no name is lost', () => {
  const ids = register.map(({ id }) => id)
  const merging = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)))
  fc.assert(
    fc.property(merging, pairs => {
      const actors = register.map(actor => {
        const into = pairs.find(([from, to]) => from === actor.id && from !== to)?.[1]
        return into === undefined ? actor : { ...actor, mergedInto: into }
      })
      const map = registerOf(actors)
      expect([...map.keys()]).toEqual(ids)
      for (const { id, name, aliases } of register) {
        const actor = map.get(id) as Actor
        expect(map.get(actor.id)).toBe(actor)
        for (const one of [name.ar, ...aliases])
          expect([actor.name.ar, ...actor.aliases]).toContain(one)
      }
    }),
    { numRuns: 60 },
  )
})

test('a parent that was merged into its child is no parent; one that was merged elsewhere is that', () => {
  const up = put(register, mergeOf(register, ['resistance'], 'kataib'))
  expect(registerOf(up).get('kataib')?.parent).toBeUndefined()
  const aside = put(register, mergeOf(register, ['resistance'], 'us'))
  expect(registerOf(aside).get('kataib')?.parent).toBe('us')
})

test('a loop of parents is found, from whichever it is looked for', () => {
  const parents: Record<string, string> = { a: 'b', b: 'c', c: 'a', d: 'a' }
  const of = (id: string) => parents[id]
  expect(parentLoop('b', of)).toEqual(['b', 'c', 'a'])
  expect(parentLoop('d', of)).toBeUndefined()
  expect(parentLoop('kataib', id => byIdOf(register).get(id)?.parent)).toBeUndefined()
})

test('a split takes names and titles along and leaves the rest', () => {
  const sudani = register.find(({ id }) => id === 'sudani') as Actor
  const parted = {
    id: 'cabinet',
    name: { ar: 'الحكومة' },
    aliases: ['السوداني'],
    titles: ['رئيس الحكومة'],
  }
  const [rest, made] = splitOf(sudani, parted)
  expect([rest.aliases, rest.titles]).toEqual([[], ['رئيس الوزراء']])
  expect([made.id, made.aliases, made.titles]).toEqual(['cabinet', ['السوداني'], ['رئيس الحكومة']])
})

test('two changes of one actor come together; a field that both changed is named and stays', () => {
  const was = actorOf('a', 'الاسم', { aliases: ['واحد', 'اثنان'], notes: 'ملاحظة' })
  const mine = { ...was, aliases: ['واحد', 'ثلاثة'], notes: 'هنا', kind: 'media' as const }
  const theirs = { ...was, aliases: ['واحد', 'اثنان', 'أربعة'], notes: 'هناك' }
  const { actor, conflicts } = reconcile(was, mine, theirs)
  expect(conflicts).toEqual(['notes'])
  expect(actor).toMatchObject({ aliases: ['واحد', 'أربعة', 'ثلاثة'], notes: 'هناك', kind: 'media' })
})

const step = (id: string, before?: Actor, after?: Actor, more: Partial<Step> = {}): Step => ({
  id,
  at: '2024-10-12T09:30:00.000Z',
  kind: 'save',
  actors: [{ before, after }],
  relinked: [],
  ...more,
})

test('a step taken back leaves what others did since to the same actor', () => {
  const was = actorOf('a', 'الاسم')
  const renamed = { ...was, name: { ar: 'اسم آخر' } }
  const now = { ...renamed, aliases: ['كنية'] }
  const { changes, conflicts } = changesOf(step('1', was, renamed), byIdOf([now]), false)
  expect(conflicts).toEqual([])
  expect(changes).toEqual([{ id: 'a', to: { ...was, aliases: ['كنية'] } }])
  // One that was made is taken away again only as it was made.
  expect(changesOf(step('2', undefined, was), byIdOf([was]), false).changes).toEqual([
    { id: 'a', to: undefined },
  ])
  expect(changesOf(step('2', undefined, was), byIdOf([now]), false).conflicts).toEqual(['اسم آخر'])
})

test('steps are taken back from the last and made again in order; a new one forgets what was taken back', () => {
  const was = actorOf('a', 'الاسم')
  const [one, two] = [step('1', undefined, was), step('2', was, { ...was, notes: 'ن' })]
  const back = step('3', undefined, undefined, { kind: 'undo', of: '2' })
  const again = step('4', undefined, undefined, { kind: 'redo', of: '2' })
  const ids = (steps: Step[]) => {
    const { done, undone } = openSteps(steps)
    return [done.map(({ id }) => id), undone.map(({ id }) => id)]
  }
  expect(ids([one, two, back])).toEqual([['1'], ['2']])
  expect(ids([one, two, back, again])).toEqual([['1', '2'], []])
  expect(ids([one, two, back, step('5', was, was)])).toEqual([['1', '5'], []])
})

test.each([
  ['ألينا رومانوسكي', 'السفيرة رومانوسكي', 'alias', 'السفيرة رومانوسكي'],
  ['ألينا رومانوسكي', 'رومانوسكي', 'alias', 'رومانوسكي'],
  ['ألينا رومانوسكي', 'السفيرة الأميركية', 'title', 'السفيرة الأميركية'],
  ['محمد شياع السوداني', 'لرئيس الوزراء', 'title', 'رئيس الوزراء'],
  ['محمد شياع السوداني', 'للسوداني', 'alias', 'السوداني'],
  ['وزارة الدفاع', 'الوزارة', 'title', 'الوزارة'],
  ['كتائب حزب الله', 'الكتائب', 'title', 'الكتائب'],
])('%s: %s teaches a(n) %s', (name, quote, as, text) => {
  expect(lessonOf(actorOf('a', name), quote)).toEqual({ as, text })
})

test('nothing is learned of pronouns, of nobody in particular, or of what is known', () => {
  const sudani = register.find(({ id }) => id === 'sudani') as Actor
  for (const quote of [
    'هو',
    'وهي',
    'السُّوداني',
    'محمّد شياع السوداني',
    'مصدر مقرب من السوداني',
    '«»',
  ])
    expect([quote, lessonOf(sudani, quote)]).toEqual([quote, undefined])
  const source = actorOf('s', 'مصدر أمني', { kind: 'anonymous-source' })
  expect(lessonOf(source, 'المصدر نفسه')).toBeUndefined()
})
