import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { setting } from './exchange-setting.ts'

const both = formatIds.filter(id => formatOf(id).writer && formatOf(id).reader)
const summary = (report: { problems: unknown[] }) => JSON.stringify(report.problems)

describe.each(both)('%s', format => {
  const path = (out: string) =>
    formatOf(format).layout === 'folder' ? out : `${out}${formatOf(format).extension}`

  test('an export is found out, and comes back onto its own documents without a change', async () => {
    const { done, paths, out, first } = await setting()
    const file = path(out)
    const asked = { project: paths.folder, job: 'job', format, out: file } as const
    await done('export.run', { ...asked, lossy: true })
    const { format: found } = await done('annotated.detect', { paths: [file] })
    expect(found).toBe(format)
    const before = await readSet(paths, 'ليلى', first.id)
    const { emptySets } = formatOf(format).capabilities
    const report = await done('annotated.run', {
      project: paths.folder,
      job: 'job',
      format,
      paths: [file],
    })
    expect([report.documents.added, report.rejected, summary(report)]).toEqual([0, 0, '[]'])
    expect(report.added).toEqual({ labels: [], relations: [] })
    expect([...report.annotators].sort()).toEqual(
      [...(emptySets ? ['gold'] : []), 'عمر', 'ليلى'].sort(),
    )
    const after = await readSet(paths, 'ليلى', first.id)
    expect(after?.annotations).toEqual(before?.annotations)
    expect(after?.relations).toEqual(before?.relations)
  })

  test('what would be lost is asked for, and nothing is written before', async () => {
    const { call, paths, out, folder } = await setting()
    const file = path(out)
    const asked = { project: paths.folder, job: 'job', format, out: file } as const
    const preview = await call('export.preview', { project: paths.folder, job: 'job', format })
    const lossless = preview.ok && Object.keys(preview.value.losses).length === 0
    const result = await call('export.run', asked)
    expect(result.ok).toBe(lossless)
    if (lossless) return
    expect(result).toMatchObject({ failure: { code: 'would-lose' } })
    expect((await readdir(folder)).sort()).toEqual(['project'])
  })

  test('in a new project it is the same texts and quotes', async () => {
    const { done, paths, out, folder, first } = await setting()
    const file = path(out)
    await done('export.run', {
      project: paths.folder,
      job: 'job',
      format,
      out: file,
      lossy: true,
    })
    const other = join(folder, 'other')
    await done('project.create', { folder: other, title: 'آخر' })
    const asked = { project: other, job: 'job', format, paths: [file] }
    const report = await done('annotated.run', { ...asked, annotator: 'سلمى' })
    expect(summary(report)).toBe('[]')
    expect(report.sets).toBeGreaterThanOrEqual(3)
    const { documents } = await done('project.open', { folder: other })
    expect(documents.length).toBeGreaterThanOrEqual(2)
    const { emptySets, trims } = formatOf(format).capabilities
    if (emptySets) expect(documents.every(({ sets }) => Object.hasOwn(sets, 'سلمى'))).toBe(true)
    if (trims !== 'white-space') expect(documents.map(({ id }) => id)).toContain(first.id)
  })
})
