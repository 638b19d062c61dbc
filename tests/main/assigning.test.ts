import { describe, expect, test } from 'vitest'
import { inProject } from './people-project.ts'

describe('documents are given out', () => {
  test('by lot and evenly; what was given out before is left; the rest later', async () => {
    const { app, project } = await inProject()
    const asked = { project, annotators: ['ليلى', 'عمر', 'زيد'], overlap: 2, seed: 7 }
    const preview = await app.done('assign.run', { ...asked, preview: true })
    expect((await app.done('assign.list', { project })).assignments).toEqual([])
    const { assignment, counts } = await app.done('assign.run', asked)
    expect(assignment.documents).toEqual(preview.assignment.documents)
    expect(Object.values(counts)).toEqual([2, 2, 2])
    expect((await app.refused('assign.run', asked)).code).toBe('nothing-to-assign')
    expect((await app.done('assign.list', { project })).assignments).toEqual([assignment])
    await app.done('assign.close', { project, id: assignment.id })
    expect((await app.done('assign.run', asked)).already).toBe(0)
  })

  test('names that cannot be folders, are empty, or are one folder, are refused', async () => {
    const { app, project } = await inProject()
    const assign = (...annotators: string[]) => app.refused('assign.run', { project, annotators })
    expect((await assign('../ليلى')).code).toBe('bad-input')
    expect((await assign('')).code).toBe('bad-input')
    expect((await assign('a/b')).code).toBe('bad-input')
    expect((await assign('Omar', 'OMAR')).code).toBe('annotator-clash')
    expect((await assign('عمر', 'عمر')).code).toBe('annotator-clash')
    expect((await assign('gold')).code).toBe('bad-annotator')
    const few = await app.refused('assign.run', { project, annotators: ['ليلى'], overlap: 2 })
    expect(few.code).toBe('too-few-annotators')
  })

  test('a calibration gives the same to all, blind', async () => {
    const { app, project } = await inProject()
    const { assignment } = await app.done('assign.run', {
      project,
      annotators: ['ليلى', 'عمر'],
      calibration: 2,
    })
    expect(assignment).toMatchObject({ kind: 'calibration', overlap: 2, blind: true })
    expect(Object.values(assignment.documents)).toEqual([
      ['عمر', 'ليلى'],
      ['عمر', 'ليلى'],
    ])
  })
})
