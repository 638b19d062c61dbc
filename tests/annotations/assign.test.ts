import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../annotations/model/assignment.ts'
import { calibrationDocuments, shareDocuments } from '../../annotations/review/assign-documents.ts'
import { assignedTo, documentsOf, isBlind } from '../../annotations/review/assigned.ts'

const people = ['ليلى', 'عمر', 'زيد', 'سلمى', 'Noor']
const sharing = fc
  .record({ documents: fc.nat(40), annotators: fc.integer({ min: 1, max: 5 }), seed: fc.nat(99) })
  .chain(({ documents, annotators, seed }) =>
    fc.record({
      documents: fc.constant(Array.from({ length: documents }, (_, n) => `d${n}`)),
      annotators: fc.constant(people.slice(0, annotators)),
      overlap: fc.integer({ min: 1, max: annotators }),
      seed: fc.constant(seed),
    }),
  )

describe('documents given out', () => {
  test('each goes to so many, and nobody gets more than one more than another', () => {
    fc.assert(
      fc.property(sharing, asked => {
        const shared = shareDocuments(asked)
        expect(Object.keys(shared).sort()).toEqual([...asked.documents].sort())
        for (const names of Object.values(shared)) {
          expect(new Set(names).size).toBe(asked.overlap)
          for (const name of names) expect(asked.annotators).toContain(name)
        }
        const loads = asked.annotators.map(
          name => Object.values(shared).filter(names => names.includes(name)).length,
        )
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })

  test('the same seed gives the same, whatever order they are named in; another seed another', () => {
    fc.assert(
      fc.property(sharing, asked => {
        const turned = {
          ...asked,
          documents: [...asked.documents].reverse(),
          annotators: [...asked.annotators].reverse(),
        }
        expect(shareDocuments(turned)).toEqual(shareDocuments(asked))
      }),
      { numRuns: 100 },
    )
    const documents = Array.from({ length: 30 }, (_, n) => `d${n}`)
    const by = (seed: number) => shareDocuments({ documents, annotators: people, overlap: 2, seed })
    expect(by(1)).not.toEqual(by(2))
  })

  test('every two work together about as often as any other two', () => {
    const documents = Array.from({ length: 60 }, (_, n) => `d${n}`)
    const shared = shareDocuments({
      documents,
      annotators: people.slice(0, 4),
      overlap: 2,
      seed: 7,
    })
    const pairs = new Map<string, number>()
    for (const names of Object.values(shared))
      pairs.set(names.join(), (pairs.get(names.join()) ?? 0) + 1)
    expect(pairs.size).toBe(6)
    expect(Math.max(...pairs.values()) - Math.min(...pairs.values())).toBeLessThanOrEqual(2)
  })

  test('a calibration takes the same few for all; what is closed holds no more; blind is until one’s own is in', () => {
    const chosen = calibrationDocuments(['a', 'b', 'c', 'd'], 2, 3)
    expect(chosen).toHaveLength(2)
    expect(calibrationDocuments(['d', 'c', 'b', 'a'], 2, 3)).toEqual(chosen)
    const round: Assignment = {
      id: 'r-1',
      kind: 'work',
      created: '2024-10-12T09:30:00.000Z',
      annotators: ['ليلى', 'عمر'],
      overlap: 2,
      seed: 1,
      blind: true,
      documents: { d1: ['ليلى', 'عمر'], d2: ['عمر'] },
    }
    const closed = { ...round, id: 'r-2', closed: round.created, documents: { d3: ['ليلى'] } }
    const all = [round, closed]
    expect(assignedTo(all, 'd1')).toEqual(['ليلى', 'عمر'])
    expect([...documentsOf(all, 'ليلى')]).toEqual(['d1'])
    const of = (documentId: string, handedIn: boolean) =>
      isBlind(all, { annotator: 'ليلى', documentId, handedIn })
    expect([of('d1', false), of('d1', true), of('d2', false), of('d3', false)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
