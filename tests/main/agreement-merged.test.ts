import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Asked } from '../../annotations/api/contract.ts'
import { findSets } from '../../src-main/storage/find-sets.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { sample } from './agreement-sample.ts'
import { appFor, tempFolder } from './temp-project.ts'

test('two who linked a mention to actors since made one agree, in exported files as in the project', async () => {
  const folder = await tempFolder()
  const app = appFor(folder)
  const project = join(folder, 'p')
  await app.done('project.create', { folder: project, title: 'ت' })
  const text = 'قال فهد الكرخي أمس إن العمل يعود غدا إلى الميناء.'
  const source = join(folder, 'a.txt')
  await writeFile(source, text)
  await app.done('import.run', { project, paths: [source], job: 'i' })
  const [entry] = (await app.done('project.open', { folder: project })).documents
  const documentId = entry?.id ?? ''
  for (const id of ['fahd', 'karkhi'])
    await app.done('actors.save', {
      project,
      actor: {
        id,
        name: { ar: `فهد ${id}` },
        kind: 'person',
        aliases: [],
        titles: [],
        notes: '',
        externalIds: {},
      },
    })
  for (const [annotator, actor] of [
    ['عمر', 'fahd'],
    ['ليلى', 'karkhi'],
  ] as const)
    await app.done('sets.save', {
      ...{ project, documentId, annotator, revision: 0 },
      actions: [
        {
          kind: 'edit',
          changes: [
            {
              kind: 'put-annotation',
              annotation: {
                id: 'm1',
                label: 'actor',
                spans: [{ start: 4, end: 14, quote: text.slice(4, 14) }],
                attributes: { kind: 'person', actor },
              },
            },
          ],
        },
      ],
    })
  await app.done('actors.merge', { project, ids: ['karkhi'], into: 'fahd' })
  const out = join(folder, 'all.jsonl')
  await app.done('export.run', {
    project,
    job: 'e',
    format: 'isnad',
    out,
    annotators: ['عمر', 'ليلى'],
  })
  const linked = async (from: Asked<'agreement.report'>['source']) => {
    const { attributes } = await app.done('agreement.report', { source: from, job: 'j' })
    const figures = attributes.find(({ attribute }) => attribute === 'actor')?.figures
    return figures?.find(({ id }) => id === 'attribute-percent')?.result
  }
  expect(await linked({ kind: 'project', project })).toMatchObject({ kind: 'value', value: 1 })
  expect(await linked({ kind: 'files', files: [out] })).toMatchObject({ kind: 'value', value: 1 })
})

test('two who linked their mentions to entries that were merged since agree', async () => {
  const folder = join(await tempFolder(), 'project')
  await cp(sample, folder, { recursive: true })
  const actors = join(folder, 'actors')
  const iraq = JSON.parse(await readFile(join(actors, 'iraq.json'), 'utf8'))
  const twin = { ...iraq, id: 'iraq-again', aliases: [], mergedInto: 'iraq' }
  await writeFile(join(actors, 'iraq-again.json'), `${JSON.stringify(twin, null, 2)}\n`)
  const paths = projectPaths(folder)
  for (const id of (await findSets(paths, () => {})).get('عمر') ?? []) {
    const file = paths.set('عمر', id)
    const set = await readFile(file, 'utf8')
    await writeFile(file, set.replaceAll('"actor":"iraq"', '"actor":"iraq-again"'))
  }
  const app = appFor(await tempFolder())
  const linked = async (project: string) => {
    const source = { kind: 'project', project } as const
    const { attributes } = await app.done('agreement.report', { source, job: 'j' })
    return attributes.filter(({ attribute }) => attribute === 'actor')
  }
  const before = await linked(sample)
  expect(before.length).toBeGreaterThan(0)
  expect(await linked(folder)).toEqual(before)
})
