import { expect, test } from 'vitest'
import { settle } from '../../../../annotations/formats/exchange/settle.ts'
import { formatOf } from '../../../../annotations/formats/formats.ts'
import { back, text } from './back.ts'

test('W3C: ids, purposes, makers, other bodies and other selectors come back', () => {
  const page = 'http://example.org/doc/1'
  const selectors = [
    { type: 'TextQuoteSelector', exact: 'أعلنت' },
    { type: 'TextPositionSelector', start: 2, end: 7 },
    { type: 'XPathSelector', value: '/p[1]' },
  ]
  const items = [
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: '#a-1',
      type: 'Annotation',
      motivation: 'commenting',
      creator: { id: 'http://example.org/u/1', type: 'Person', name: 'سلمى' },
      created: '2024-05-01T00:00:00Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'cue', created: '2024-05-02T00:00:00Z' },
        { type: 'TextualBody', purpose: 'commenting', value: 'ملاحظة' },
      ],
      target: { source: page, selector: selectors, state: { type: 'HttpRequestState' } },
    },
  ]
  const { outs } = back('w3c', JSON.stringify(items), { besides: { '.txt': text } })
  const [article, written] = JSON.parse(`[${outs[0]?.text}]`)
  expect(article).toMatchObject({ target: page })
  expect(written).toMatchObject({
    ...items[0],
    target: { source: page, state: { type: 'HttpRequestState' } },
  })
  expect(written.target.selector).toContainEqual(selectors[2])
})

test('Recogito: selectors without types, highlights without bodies, and many sources beside one text', () => {
  const own = [
    { id: 'h1', bodies: [], target: { selector: { quote: 'أعلنت', start: 3, end: 8 } } },
    {
      id: 'h2',
      bodies: [{ value: 'actor' }],
      target: { selector: [{ quote: 'الوزارة', start: 9, end: 16 }] },
    },
  ]
  expect(formatOf('w3c').reader?.looksLike('x.json', JSON.stringify(own))).toBe(true)
  const { outs } = back('w3c', JSON.stringify(own), { besides: { '.txt': text } })
  const [, first, second] = JSON.parse(`[${outs[0]?.text}]`)
  expect(first).toMatchObject({ id: 'h1', body: [] })
  expect(second).toMatchObject({ id: 'h2', body: [{ value: 'actor' }] })
  const selector = [
    { type: 'TextQuoteSelector', exact: 'أعلنت' },
    { type: 'TextPositionSelector', start: 2 },
  ]
  const sources = ['http://example.org/a', 'http://example.org/b']
  const items = sources.map((source, at) => ({
    ...{
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${at}`,
      type: 'Annotation',
      body: [],
    },
    target: { id: `t${at}`, source, selector },
  }))
  const { reader } = formatOf('w3c')
  if (reader?.by !== 'file') throw new Error('a file')
  const beside = () => text
  const found = [...reader.read({ name: 'x', text: JSON.stringify(items), beside })]
  expect(found).toHaveLength(2)
  for (const one of found) {
    if (!('document' in one)) throw new Error('no document')
    const settled = settle(one.document, text)
    expect(settled.problems).toEqual([])
    expect(settled.sets[0]?.annotations[0]?.spans).toEqual([{ start: 3, end: 8, quote: 'أعلنت' }])
  }
})
