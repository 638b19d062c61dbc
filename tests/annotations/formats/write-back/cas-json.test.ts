import { expect, test } from 'vitest'
import { back, json, text, words } from './back.ts'

test('CAS JSON: slots, chains, words and arrays of numbers go back as they were', () => {
  const file = {
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 5, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
      { '%ID': 6, '%TYPE': `${words}.segmentation.type.Token`, '@sofa': 5, begin: 3, end: 8 },
      { '%ID': 7, '%TYPE': 'x.Host', '@sofa': 5, begin: 3, end: 8, '@links': 20, '@sizes': 22 },
      { '%ID': 8, '%TYPE': 'x.Filler', '@sofa': 5, begin: 9, end: 16, '@tags': 21 },
      { '%ID': 9, '%TYPE': 'x.Link', role: 'who', '@target': 8 },
      { '%ID': 10, '%TYPE': 'x.Chained', '@sofa': 5, begin: 9, end: 16, '@next': 11 },
      { '%ID': 11, '%TYPE': 'x.Chained', '@sofa': 5, begin: 22, end: 27 },
      { '%ID': 12, '%TYPE': 'x.Chain', '@sofa': 5, '@first': 10 },
      { '%ID': 20, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [9] },
      { '%ID': 21, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['أول قول', 'ثانٍ'] },
      { '%ID': 22, '%TYPE': 'uima.cas.IntegerArray', '%ELEMENTS': [3, 4] },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 5, '%MEMBERS': [6, 7, 8, 10, 11, 12] } },
  }
  /** By id, with arrays where they are used. */
  const inlined = (said: { '%FEATURE_STRUCTURES': Record<string, unknown>[] }) => {
    const all = new Map(said['%FEATURE_STRUCTURES'].map(one => [one['%ID'], one]))
    const elements = (id: unknown) => all.get(id)?.['%ELEMENTS']
    return Object.fromEntries(
      [...all.values()]
        .filter(one => !('%ELEMENTS' in one) && one['%TYPE'] !== 'uima.cas.Sofa')
        .map(one => [
          one['%ID'],
          Object.fromEntries(
            Object.entries(one).map(([name, value]) => [
              name,
              name.startsWith('@') ? (elements(value) ?? value) : value,
            ]),
          ),
        ]),
    )
  }
  const written = json(back('cas-json', JSON.stringify(file)).outs)
  expect(inlined(written)).toMatchObject(inlined(file))
  expect(written['%VIEWS']._InitialView['%MEMBERS']).toEqual(
    expect.arrayContaining([6, 7, 8, 10, 11, 12]),
  )
  expect(written['%VIEWS']._InitialView['%MEMBERS']).not.toContain(9)
  expect(written['%TYPES']['x.Host']).toMatchObject({
    links: { '%RANGE': 'uima.cas.FSArray', '%ELEMENT_TYPE': 'x.Link' },
    sizes: { '%RANGE': 'uima.cas.IntegerArray' },
  })
})

test('CAS JSON: every layer is written as itself, and its types stand in the file', () => {
  const structures = [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
    { '%ID': 3, '%TYPE': 'x.Entity', '@sofa': 1, begin: 3, end: 8, value: 'cue', weight: 2 },
    { '%ID': 4, '%TYPE': 'x.Entity', '@sofa': 1, begin: 9, end: 16, value: 'actor' },
    {
      '%ID': 5,
      '%TYPE': 'x.Rel',
      '@sofa': 1,
      begin: 3,
      end: 8,
      '@Governor': 3,
      '@Dependent': 4,
      value: 'by',
    },
  ]
  const file = {
    '%TYPES': {},
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [3, 4, 5] } },
  }
  const written = json(back('cas-json', JSON.stringify(file)).outs)
  const typed = (name: string) =>
    written['%FEATURE_STRUCTURES'].filter((one: Record<string, unknown>) => one['%TYPE'] === name)
  expect(typed('x.Entity')).toMatchObject([
    { begin: 3, end: 8, value: 'cue', weight: 2 },
    { begin: 9, end: 16, value: 'actor' },
  ])
  expect(typed('x.Rel')).toMatchObject([{ value: 'by' }])
  expect(written['%TYPES']['x.Entity']).toMatchObject({ value: { '%RANGE': 'uima.cas.String' } })
})
