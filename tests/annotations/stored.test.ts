import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { annotator, annotatorFrom } from '../../annotations/model/annotator.ts'
import { canonicalSet } from '../../annotations/model/canonical-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import {
  storedActor,
  storedDocument,
  storedProject,
  storedSet,
} from '../../annotations/model/stored.ts'
import { annotatedNews, documentOf } from '../arabic-news.ts'

const setOf = ({ set }: { set: AnnotationSet }) => set
const reversedKeys = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).reverse()) as T

test('a stored set reads back as the set that was stored', () => {
  fc.assert(
    fc.property(annotatedNews.map(setOf), set => {
      const parsed = storedSet.parse(storedSet.stringify(set))
      expect(parsed).toEqual({ ok: true, value: canonicalSet(set) })
    }),
  )
})

test('the same set is the same bytes, whatever order it was made in', () => {
  fc.assert(
    fc.property(annotatedNews.map(setOf), fc.infiniteStream(fc.nat()), (set, chance) => {
      const shuffled = <T>(list: T[]) =>
        list
          .map(item => ({ item, key: chance.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      const other = reversedKeys({
        ...set,
        annotations: shuffled(set.annotations).map(annotation =>
          reversedKeys({
            ...annotation,
            spans: annotation.spans.map(reversedKeys),
            attributes: reversedKeys(annotation.attributes),
          }),
        ),
        relations: shuffled(set.relations).map(reversedKeys),
      })
      expect(storedSet.stringify(other)).toBe(storedSet.stringify(set))
    }),
  )
})

test('what is stored ends in one LF, is indented by two, and says its format first', () => {
  const text = storedSet.stringify({
    documentId: '0123456789abcdef',
    textDigest: `sha256:${'0'.repeat(64)}`,
    annotator: 'ليلى',
    status: 'in-progress',
    revision: 0,
    annotations: [],
    relations: [],
  })
  expect(text).toMatch(/^\{\n {2}"format": "isnad-set\/1",\n {2}"documentId"/)
  expect(text).toMatch(/[^\n]\n$/)
})

test('documents, actors and projects read back as they were stored', () => {
  const { text: _, ...record } = documentOf('خبر')
  expect(storedDocument.parse(storedDocument.stringify(record))).toEqual({
    ok: true,
    value: record,
  })
  const actor = {
    id: 'iraq',
    name: { ar: 'العراق', en: 'Iraq' },
    kind: 'state' as const,
    aliases: ['بغداد'],
    titles: [],
    notes: '',
    externalIds: { wikidata: 'Q796', iso: 'IQ' },
  }
  expect(storedActor.parse(storedActor.stringify(actor))).toEqual({ ok: true, value: actor })
  expect(storedActor.stringify(actor).indexOf('iso')).toBeLessThan(
    storedActor.stringify(actor).indexOf('wikidata'),
  )
  const project = {
    id: 'p-1',
    title: 'مشروع',
    created: '2024-10-10T08:00:00.000Z',
    scheme: defaultScheme,
  }
  expect(storedProject.parse(storedProject.stringify(project))).toEqual({
    ok: true,
    value: project,
  })
})

const good = storedSet.stringify({
  documentId: '0123456789abcdef',
  textDigest: `sha256:${'0'.repeat(64)}`,
  annotator: 'ليلى',
  status: 'in-progress',
  revision: 3,
  annotations: [
    { id: 'a1', label: 'cue', spans: [{ start: 0, end: 2, quote: 'قا' }], attributes: {} },
  ],
  relations: [],
})

test.each([
  ['nothing', '', 'not-json'],
  ['a file cut off', good.slice(0, -20), 'not-json'],
  ['zeros', '\0'.repeat(200), 'not-json'],
  ['null', 'null', 'wrong-shape'],
  ['a list', `[${good}]`, 'wrong-shape'],
  ['a string', '"isnad-set/1"', 'wrong-shape'],
  ['no format', '{}', 'wrong-shape'],
  ['another format', good.replace('isnad-set/1', 'isnad-document/1'), 'wrong-shape'],
  ['a longer name', good.replace('isnad-set/1', 'isnad-sets/1'), 'wrong-shape'],
  ['no version', good.replace('isnad-set/1', 'isnad-set/'), 'wrong-shape'],
  ['no number for a version', good.replace('isnad-set/1', 'isnad-set/x'), 'wrong-shape'],
  ['version 0', good.replace('isnad-set/1', 'isnad-set/0'), 'wrong-shape'],
  ['a newer version', good.replace('isnad-set/1', 'isnad-set/2'), 'newer'],
  ['a much newer version', good.replace('isnad-set/1', 'isnad-set/10'), 'newer'],
  ['a key too many', good.replace('"revision"', '"colour": "red",\n  "revision"'), 'wrong-shape'],
  ['a key too few', good.replace(/ {2}"status".*\n/, ''), 'wrong-shape'],
  ['half a revision', good.replace('"revision": 3', '"revision": 3.5'), 'wrong-shape'],
  ['a span of no length', good.replace('"end":2', '"end":0'), 'wrong-shape'],
  ['a quote of another length', good.replace('"قا"', '"قال"'), 'wrong-shape'],
  ['no spans', good.replace(/"spans":\[[^\]]*\]/, '"spans":[]'), 'wrong-shape'],
  ['a bad id', good.replace('"a1"', '"../a1"'), 'wrong-shape'],
  ['an annotator who is a path', good.replace('ليلى', '../ليلى'), 'wrong-shape'],
])('a set file that holds %s is refused as such', (_, text, kind) => {
  const parsed = storedSet.parse(text)
  expect(parsed.ok ? 'accepted' : parsed.reason.kind).toBe(kind)
})

test('a refusal says where', () => {
  const parsed = storedSet.parse(good.replace('"end":2', '"end":"2"'))
  expect(parsed).toMatchObject({
    ok: false,
    reason: { detail: expect.stringMatching(/^annotations\.0\.spans\.0\.end: /) },
  })
})

test.each([
  '',
  '.',
  '..',
  '.hidden',
  'a/b',
  'a\\b',
  'CON',
  'nul.txt',
  'ليلى ',
  'a\u202eb',
  'x'.repeat(65),
  'e\u0301',
])('an annotator is not named %j', name => {
  expect(annotator.safeParse(name).success).toBe(false)
})

test('what a person types is made a name where it can be', () => {
  expect(annotatorFrom('  ليلى   حسن ')).toBe('ليلى حسن')
  expect(annotatorFrom('e\u0301ric')).toBe('éric')
  expect(annotatorFrom('a/b')).toBeUndefined()
})
