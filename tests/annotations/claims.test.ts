import { describe, expect, test } from 'vitest'
import { claimOf } from '../../annotations/claims/claim.ts'
import { claimChecks } from '../../annotations/claims/claim-checks.ts'
import { isnadLine } from '../../annotations/formats/isnad-line.ts'
import { readIsnadLine } from '../../annotations/formats/read-isnad.ts'
import { writeIsnadLine } from '../../annotations/formats/write-isnad.ts'
import { canonicalSet } from '../../annotations/model/canonical-set.ts'
import { applyChange, applyChanges, inverseOf, removalOf } from '../../annotations/model/change.ts'
import { checkChanges } from '../../annotations/model/check-changes.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { documentOf } from '../arabic-news.ts'
import { type Example, exampleIn, ownExample } from './claims-example.ts'
import { claimsIn, comparable } from './claims-in.ts'
import { registerOf, setOfExample } from './set-of-example.ts'

function made(example: Example) {
  const document = documentOf(example.text)
  const set = setOfExample(example, document)
  const register = registerOf(example)
  const exported = () => isnadLine.parse(JSON.parse(writeIsnadLine(document, set, register)))
  return { document, set, register, exported }
}

const outside = process.env.ISNAD_EXAMPLE
const examples: [string, () => Example][] = [
  ['of our own', ownExample],
  ...(outside ? [[outside, () => exampleIn(outside)] as [string, () => Example]] : []),
]

describe.each(examples)('the example %s', (_, read) => {
  const example = read()
  const { document, set, register, exported } = made(example)

  test('is a set without errors, and reads back from its file as it was', () => {
    expect(checkSet(set, document, defaultScheme)).toEqual([])
    const written = storedSet.stringify(set)
    const read = storedSet.parse(written)
    expect(read.ok && canonicalSet(read.value)).toEqual(canonicalSet(set))
    expect(read.ok && storedSet.stringify(read.value)).toBe(written)
  })

  test('equals its export field by field', () => {
    const found = new Map(claimsIn(exported(), example).map(claim => [claim.id, claim]))
    expect([...found.keys()].sort()).toEqual(example.claims.map(({ id }) => id).sort())
    for (const claim of example.claims) {
      const read = found.get(claim.id)
      expect(read && comparable(read)).toEqual(comparable(claim))
    }
  })

  test('has nothing left to say but what it leaves open', () => {
    expect(claimChecks(set, defaultScheme, register)).toEqual([])
  })
})

const own = made(ownExample())
const byQuote = (label: string, beginning: string) => {
  const found = own.set.annotations.find(
    one => one.label === label && one.spans[0]?.quote.startsWith(beginning),
  )
  if (!found) throw new Error(`no ${label} ${beginning}`)
  return found.id
}

test('a chain of three is read from the outside in, each with its cue', () => {
  const claim = claimOf(own.set, byQuote('claim', 'استعدادها'))
  expect(
    claim?.chain.map(({ mention, cues, kind }) => [
      mention?.spans[0]?.quote,
      cues[0]?.spans[0]?.quote,
      kind,
    ]),
  ).toEqual([
    ['لوكالة', 'مؤكدة', 'agency-relay'],
    ['وسيطين', 'نقلا عن', 'anonymous-plural'],
    ['الإدارة', 'أبلغت', 'institution'],
  ])
  expect(claim?.within?.id).toBe(byQuote('claim', 'الإدارة أبلغت'))
  expect(claim?.chain[1]?.count).toBe(2)
})

test.each([
  ['claim', 'المذكرة', 'voice', 'attributed'],
  ['sources', 'المذكرة', 'kind', 'document'],
  ['within', 'استعدادها', 'within', null],
] as const)(
  'a view that says something else than its annotations is found (%s)',
  (_, start, field, value) => {
    const line = own.exported()
    const claim = line.claims.find(({ quote }) => quote.startsWith(start))
    if (!claim) throw new Error('no claim')
    if (field === 'kind') (claim.sources[0] as { kind: string | null }).kind = value
    else Object.assign(claim, { [field]: field === 'voice' ? 'author' : value })
    const read = readIsnadLine(JSON.stringify(line))
    expect(read.ok && read.value.problems).toMatchObject([
      { kind: 'claim-differs', element: claim.id },
    ])
  },
)

test('a line of before the view was complete is read as it was', () => {
  const line = own.exported()
  const old = {
    ...line,
    claims: line.claims.map(({ id, quote, stance, proposition, sources, dates }) => ({
      ...{ id, quote, stance, proposition },
      sources: sources.map(({ order, quote, actor, name, kind, cue }) => ({
        ...{ order, quote, actor, name, kind, cue },
      })),
      dates: dates.map(({ value, quote }) => ({ value, quote })),
    })),
  }
  const read = readIsnadLine(JSON.stringify(old))
  expect(read.ok && read.value.problems).toEqual([])
})

test('what is said of a link is checked like what is said of an annotation', () => {
  const source = own.set.relations.find(({ type }) => type === 'source')
  if (!source) throw new Error('no source')
  const wrong = [
    [{ kind: 'nobody' }, 'bad-attribute'],
    [{ wings: true }, 'unknown-attribute'],
  ] as const
  for (const [attributes, kind] of wrong) {
    const change = { kind: 'put-relation', relation: { ...source, attributes } } as const
    const next = applyChange(own.set, change)
    const problem = { severity: 'error', kind, element: source.id }
    expect(checkSet(next, own.document, defaultScheme)).toMatchObject([problem])
    expect(checkChanges(next, [change], own.document, defaultScheme)).toMatchObject([problem])
  }
})

test('claims that stand inside each other in a circle are refused', () => {
  const [inner, outer] = [byQuote('claim', 'استعدادها'), byQuote('claim', 'الإدارة أبلغت')]
  const change = {
    kind: 'put-relation',
    relation: { id: 'back', type: 'within', from: outer, to: inner },
  } as const
  const next = applyChange(own.set, change)
  const expected = [{ severity: 'error', kind: 'nesting-circle' }]
  expect(checkSet(next, own.document, defaultScheme)).toMatchObject(expected)
  expect(checkChanges(next, [change], own.document, defaultScheme)).toMatchObject(expected)
})

test('what is missing is listed: sources, values, entries, links of a chain', () => {
  const sourceless = byQuote('claim', 'وقف الإضراب')
  const gap = byQuote('claim', 'استعدادها')
  const date = byQuote('date', 'مساء')
  const mention = byQuote('actor', 'وزارة النقل')
  let set = own.set
  for (const { id, type, from, order } of own.set.relations) {
    if (from === sourceless && (type === 'source' || type === 'cue'))
      set = applyChange(set, { kind: 'remove-relation', id })
    if (from === gap && type === 'source' && order === 2)
      set = applyChange(set, { kind: 'remove-relation', id })
  }
  for (const annotation of own.set.annotations) {
    if (annotation.id === sourceless) {
      const { voice: _, ...attributes } = annotation.attributes
      set = applyChange(set, { kind: 'put-annotation', annotation: { ...annotation, attributes } })
    }
    if (annotation.id === date || annotation.id === mention)
      set = applyChange(set, {
        kind: 'put-annotation',
        annotation: { ...annotation, attributes: { kind: 'other' } },
      })
  }
  const found = claimChecks(set, defaultScheme, own.register)
  expect(found.map(({ kind, element }) => `${kind} ${element}`).sort()).toEqual(
    [
      `claim-without-source ${sourceless}`,
      `chain-with-gap ${gap}`,
      `date-without-value ${date}`,
      `mention-without-actor ${mention}`,
    ].sort(),
  )
})

test('what a claim uses can be deleted and brought back: chains close, and undo restores every byte', () => {
  for (const { id } of own.set.annotations) {
    const changes = removalOf(own.set, id)
    const next = applyChanges(own.set, changes)
    expect(
      checkSet(next, own.document, defaultScheme).filter(({ severity }) => severity === 'error'),
    ).toEqual([])
    const back = applyChanges(next, inverseOf(own.set, changes))
    expect(storedSet.stringify(back)).toBe(storedSet.stringify(own.set))
  }
})
