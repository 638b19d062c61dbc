import { expect, test } from 'vitest'
import { back, text } from './back.ts'

test('brat: events in events, modifications, notes of anything, and attributes of relations come back', () => {
  const ann = [
    'T1\tcue 2 7\tأعلنت',
    'T2\tactor 8 15\tالوزارة',
    'T3\tclaim 21 33\tستفتح المعبر',
    'E1\tcue:T1 Agent:T2 Content:E2',
    'E2\tclaim:T3',
    'R7\trefers Arg1:E1 Arg2:T2\t',
    'A3\tCertainty E1 high',
    'M2\tSpeculation E2',
    'A1\tkind T2 state',
    'A9\tDoubt R7',
    '*\tEquiv T1 T3',
    'N1\tReference T2 Wikidata:Q1\tالوزارة',
    '#1\tAnnotatorNotes E1\tملاحظة',
    '#2\tAnnotatorNotes A3\tملاحظة',
  ]
  const { outs, problems } = back('brat', `${ann.join('\n')}\n`, { besides: { '.txt': text } })
  expect(problems).toEqual([])
  const written = outs
    .find(({ file }) => file.endsWith('.ann'))
    ?.text.trimEnd()
    .split('\n')
  expect([...(written ?? [])].sort()).toEqual([...ann].sort())
})

test('brat: an event is of its trigger’s type, and nothing but events and relations names a trigger', () => {
  const ann = [
    'T1\tcue 2 7\tأعلنت',
    'T2\tactor 8 15\tالوزارة',
    'T3\tclaim 21 33\tستفتح المعبر',
    'T4\tactor 16 20\tأنها',
    'E1\tcue:T1 Agent:T2',
    '*\tEquiv T2 T3 T4',
  ]
  const { outs } = back('brat', `${ann.join('\n')}\n`, {
    besides: { '.txt': text },
    change: one => {
      if (one.id === 'T1') return { ...one, label: 'claim', attributes: { stance: 'asserts' } }
      return one.id === 'T3' ? undefined : one
    },
  })
  const written = outs.find(({ file }) => file.endsWith('.ann'))?.text ?? ''
  expect(written).toContain('E1\tclaim:T1 Agent:T2\n')
  expect(written).toMatch(/^A\d+\tstance E1 asserts$/m)
  expect(written).toContain('*\tEquiv T2 T4\n')
})

test('brat: a tab or a line that only Python ends is between two fragments, as a line end is', () => {
  const torn = 'قال\tالناطق\u2028نعم.'
  const { outs } = back('brat', 'T1\tcue 0 3;4 10;11 14\tقال الناطق نعم\n', {
    besides: { '.txt': torn },
  })
  expect(outs.find(one => one.file.endsWith('.ann'))?.text).toBe(
    'T1\tcue 0 3;4 10;11 14\tقال الناطق نعم\n',
  )
})
