import { expect, test } from 'vitest'
import { csvRows } from '../../src-main/corpus/table-rows.ts'

test('columns without a name, or with another’s, are called by their place', () => {
  const { columns, rows } = csvRows('نص,,نص\nقال,١,نعم\nلا\n')
  expect(columns).toEqual(['نص', '#2', 'نص#3'])
  expect(rows).toEqual([
    { kind: 'row', at: 2, cells: { نص: 'قال', '#2': '١', 'نص#3': 'نعم' } },
    { kind: 'row', at: 3, cells: { نص: 'لا' } },
  ])
})

test('rows that are shorter than their head cost what they hold, not what the head has', () => {
  const head = Array.from({ length: 80_000 }, (_, at) => `c${at % 40_000}`).join(',')
  const { columns, rows } = csvRows(`${head}\n${'x\n'.repeat(20_000)}`)
  expect(columns).toHaveLength(80_000)
  expect(new Set(columns).size).toBe(80_000)
  expect(rows).toHaveLength(20_000)
  expect(rows.at(-1)).toEqual({ kind: 'row', at: 20_001, cells: { c0: 'x' } })
})
