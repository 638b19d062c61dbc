import { expect, test } from 'vitest'
import { claimOf } from '../../annotations/claims/claim.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { applyChanges } from '../../annotations/model/change.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { addSuggestions } from '../../annotations/suggest/add-suggestions.ts'
import {
  openSuggestions,
  suggestionsLike,
  suggestionWhole,
} from '../../annotations/suggest/open-suggestions.ts'
import { proposeClaim, takeLinks } from '../../annotations/suggest/propose-claim.ts'
import { suggest } from '../../annotations/suggest/suggest.ts'
import { suggestionKey } from '../../annotations/suggest/suggestion-key.ts'
import { documentOf } from '../arabic-news.ts'

const text = `أعلن مصدر نقابي في تصريح لوكالة السنونو مساء الثلاثاء أن الإضراب سيتوقف غدا في الميناء.

وجرت الاتصالات حتى الصباح.

وأضاف المصدر أن المفاوضات لم تنته بعد في المدينة.`
const document = { ...documentOf(text), published: '2024-03-12' }
const made = suggest(document, { actors: [], scheme: defaultScheme })

let count = 0
const newId = (prefix: string) => `${prefix}${++count}`

function proposed(words: string) {
  const span = spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)
  const { attributes, links } = proposeClaim(text, made, span)
  const claim = { id: 'mine', label: 'claim', spans: [span], attributes }
  const set = applyChanges(emptySet(document.id, document.textDigest, 'me'), [
    { kind: 'put-annotation', annotation: claim },
  ])
  const changes = takeLinks(set, 'mine', links, made.rules, newId)
  const next = applyChanges(set, changes)
  expect(checkSet(next, document, defaultScheme)).toEqual([])
  expect(takeLinks(next, 'mine', links, made.rules, newId)).toEqual([])
  return claimOf(next, 'mine')
}
const quotes = (claim: ReturnType<typeof proposed>) =>
  claim?.chain.map(({ mention, kind, implicit, cues }) => [
    mention?.spans[0]?.quote,
    kind,
    implicit,
    cues[0]?.spans[0]?.quote,
  ])

test('words taken for a claim are given the chain, the cue and the date of their sentence', () => {
  const claim = proposed('الإضراب سيتوقف غدا في الميناء')
  expect(quotes(claim)).toEqual([
    ['وكالة السنونو', 'agency-relay', false, undefined],
    ['مصدر نقابي', 'anonymous-official', false, 'أعلن'],
  ])
  expect(claim?.dates.map(({ annotation, role }) => [annotation.spans[0]?.quote, role])).toEqual([
    ['مساء الثلاثاء', 'utterance'],
    ['غدا', 'content'],
  ])
})

test('a sentence that goes on with «وأضاف المصدر» continues the source it had', () => {
  const claim = proposed('المفاوضات لم تنته بعد')
  expect(quotes(claim)?.at(-1)?.slice(0, 2)).toEqual(['المصدر', 'anonymous-official'])
  expect(claim?.chain.at(-1)?.cues[0]?.spans[0]?.quote).toBe('أضاف')
})

test('a suggested claim is taken with its whole chain, once, and says by which rule it was found', () => {
  const set = emptySet(document.id, document.textDigest, 'me')
  const open = openSuggestions(made, set, new Set())
  const claim = open.find(({ label }) => label === 'claim')
  if (!claim) throw new Error('no claim was suggested')
  const next = applyChanges(set, addSuggestions(set, suggestionWhole(made, claim.id, set)))
  expect(claimOf(next, claim.id)?.chain).toHaveLength(2)
  expect(next.annotations.every(({ rule }) => rule !== undefined)).toBe(true)
  const left = openSuggestions(made, next, new Set()).map(suggestionKey)
  expect(left).not.toContain(suggestionKey(claim))
  expect(openSuggestions(made, set, new Set(left)).map(suggestionKey)).not.toEqual(
    expect.arrayContaining(left),
  )
})

test('with one mention all others of the same name are taken', () => {
  const twice = 'قال رامي الحداد إن العمل يبدأ غدا. وأكد رامي الحداد أن الأجور ستدفع.'
  const found = suggest(documentOf(twice), { actors: [], scheme: defaultScheme })
  const open = openSuggestions(found, { annotations: [] }, new Set())
  const one = open.find(({ label }) => label === 'actor')
  expect(one && suggestionsLike(open, one).map(({ spans }) => spans[0]?.quote)).toEqual([
    'رامي الحداد',
    'رامي الحداد',
  ])
})
