import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIds } from '../../../annotations/formats/format-ids.ts'
import { formatOf } from '../../../annotations/formats/formats.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { annotatedNews } from '../../arabic-news.ts'
import { thereAndBack } from './round-trip.ts'

const both = formatIds.map(formatOf).filter(({ writer, reader }) => writer && reader)

describe.each(both)('$name', format => {
  test.each(format.units)('comes back equal up to what was announced, offsets in %s', unit => {
    fc.assert(
      fc.property(annotatedNews, news => {
        if (!format.capabilities.emptySets && news.set.annotations.length === 0) return
        const { came, went, problems, scheme } = thereAndBack(format, news, unit)
        expect(problems).toEqual([])
        expect(came).toEqual(went)
        expect(scheme).toBe(defaultScheme)
      }),
      { numRuns: 60 },
    )
  })
})
