import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatOf } from '../../../../annotations/formats/formats.ts'
import { quoteOf } from '../../../../annotations/model/annotation.ts'
import { back } from './back.ts'

const tsv = readFileSync(
  join(import.meta.dirname, '../../../golden/webanno-tsv/layers.tsv'),
  'utf8',
)

/** What a TSV file says, whatever the order and the numbers of what is stacked. */
function saidIn(file: string) {
  const [found] = [
    ...(formatOf('webanno-tsv').reader?.read({ name: 'x', text: file } as never) ?? []),
  ]
  if (!found || !('document' in found)) throw new Error('no document')
  const { kept, text = '', sets } = found.document
  const [{ annotations = [], relations = [] } = {}] = sets
  const place = (id: string) => {
    const one = annotations.find(one => one.id === id)
    return [one?.label, one?.kept?.layer, ...(one?.spans.map(({ start }) => start) ?? [])].join(' ')
  }
  return {
    text,
    kept,
    annotations: annotations
      .map(({ label, spans, attributes, kept }) =>
        JSON.stringify([label, spans, [...(attributes ?? [])].sort(), kept]),
      )
      .sort(),
    relations: relations
      .map(({ type, from, to, kept }) => JSON.stringify([type, place(from), place(to), kept]))
      .sort(),
  }
}

test('WebAnno TSV: layers, features, slots, chains and relations of words go back to where they came from', () => {
  // One name in two cases would be one label.
  const file = tsv.replace('org[1]', 'nam[1]')
  const { outs, problems } = back('webanno-tsv', file)
  expect(problems).toEqual([])
  const written = outs[0]?.text ?? ''
  expect(saidIn(written)).toEqual(saidIn(file))
  expect(back('webanno-tsv', written).outs[0]?.text).toBe(written)
  const frame = (text: string) =>
    text
      .split('\n')
      .map(line => line.split('\t', 3).join('\t'))
      .join('\n')
  expect(frame(written)).toBe(frame(file))
})

test('WebAnno TSV: what is added to a file of other layers stands in ours, or in a column of its own', () => {
  const { outs } = back('webanno-tsv', tsv, {
    change: one => {
      // A host without a label of its own cannot say another.
      if (quoteOf(one) === 'وأكدت' && one.label === 'saying')
        return { ...one, label: 'actor', attributes: { kind: 'place' } }
      return one.label === 'event' ? { ...one, attributes: { sure: true } } : one
    },
  })
  const written = outs[0]?.text ?? ''
  expect(written).toContain('#T_SP=webanno.custom.Entity|value|sure\n')
  expect(written).toMatch(/\n#T_SP=webanno.custom.Span\|label\|/)
  const said = saidIn(written).annotations.join('\n')
  expect(said).toContain('["EVENT",[{"start":22,"end":34}],[["sure","true"]]')
  expect(said).toContain('["actor",[{"start":37,"end":42}],[["kind","place"]]')
})

test('WebAnno TSV ends with its last row: INCEpTION takes a blank line for the beginning of a sentence', () => {
  const written = back('webanno-tsv', tsv).outs[0]?.text ?? ''
  expect(written).toMatch(/[^\n]\n$/)
  expect(written).not.toMatch(/\n\n\n(?!#)/)
})
