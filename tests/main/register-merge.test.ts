import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerOf } from '../../annotations/actors/register.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { storedActor, storedSet } from '../../annotations/model/stored.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { setting } from './register-setting.ts'
import { appFor, textOf } from './temp-project.ts'

test('a merge writes the merged actor’s file alone, speaks for its mentions, and is taken back', async () => {
  const s = await setting()
  await s.save(s.made('general', 'الفريق سالم', { aliases: ['أبو سالم'], titles: ['وزير الدفاع'] }))
  const before = await textOf(s.paths.actor('minister'))
  const sets = await textOf(s.paths.set('ليلى', s.first.id))
  await s.done('actors.merge', { project: s.project, ids: ['minister'], into: 'general' })
  expect(await s.onDisk('minister')).toMatchObject({ mergedInto: 'general', aliases: ['الوزير'] })
  expect(await textOf(s.paths.set('ليلى', s.first.id))).toBe(sets)

  const { mentions, total } = await s.done('actors.mentions', {
    project: s.project,
    id: 'general',
    job: 'j',
  })
  expect([total, mentions[0]?.quote]).toEqual([3, 'الوزير'])
  const { counts } = await s.done('actors.usage', { project: s.project, job: 'j' })
  expect(counts).toEqual({ general: 3 })
  const out = join(s.folder, 'out.jsonl')
  await s.done('export.run', { project: s.project, job: 'j', format: 'isnad', out })
  expect(await textOf(out)).toContain('"actor":{"id":"general","name":"الفريق سالم"')
  expect(await textOf(out)).not.toContain('"name":"وزير الدفاع"')

  const undone = await s.done('actors.undo', { project: s.project })
  expect([undone.kind, undone.conflicts]).toEqual(['merge', []])
  expect(await textOf(s.paths.actor('minister'))).toBe(before)
  await s.done('actors.undo', { project: s.project, again: true })
  expect((await s.onDisk('minister'))?.mergedInto).toBe('general')
  const { steps, canRedo } = await s.done('actors.history', { project: s.project })
  expect([steps.map(({ kind }) => kind), canRedo]).toEqual([['merge', 'save'], false])
})

test('two people who merge the same two at once, each their own way, lose nothing; isnad check says so', async () => {
  const s = await setting()
  const other = appFor(join(s.folder, 'elsewhere'))
  await s.save(s.made('general', 'الفريق سالم', { aliases: ['أبو سالم'] }))
  await Promise.all([
    s.done('actors.merge', { project: s.project, ids: ['minister'], into: 'general' }),
    other.done('actors.merge', { project: s.project, ids: ['general'], into: 'minister' }),
  ])
  // As a synchronised folder may bring it, too: a circle.
  for (const [id, into] of [
    ['minister', 'general'],
    ['general', 'minister'],
  ] as const)
    await writeStored(s.paths.actor(id), storedActor, {
      ...((await s.onDisk(id)) as Actor),
      mergedInto: into,
    })
  const register = registerOf(await s.all())
  const one = register.get('minister')
  expect(register.get('general')).toBe(one)
  expect([one?.name.ar, ...(one?.aliases ?? [])].sort()).toEqual(
    ['أبو سالم', 'الفريق سالم', 'الوزير', 'وزير الدفاع'].sort(),
  )
  const report = await s.done('project.check', { path: s.project })
  expect(report.findings.map(({ file, kind }) => [file, kind])).toContainEqual([
    'actors/general.json',
    'merged-in-a-circle',
  ])
})

test('a split gives names and chosen mentions to a new actor, in every annotator’s set, and is taken back', async () => {
  const s = await setting()
  const { mentions } = await s.done('actors.mentions', {
    project: s.project,
    id: 'minister',
    job: 'j',
  })
  const chosen = mentions
    .filter(({ documentId }) => documentId === s.first.id)
    .map(({ annotator, documentId, annotation }) => ({ annotator, documentId, annotation }))
  const before = await textOf(s.paths.actor('minister'))
  const split = await s.done('actors.split', {
    project: s.project,
    id: 'minister',
    name: { ar: 'وزير آخر' },
    aliases: ['الوزير'],
    mentions: chosen,
  })
  expect([split.relinked, split.left]).toEqual([2, []])
  expect(await s.onDisk('minister')).toMatchObject({ aliases: [] })
  expect(await s.onDisk(split.made)).toMatchObject({ aliases: ['الوزير'] })
  const actorIn = async (annotator: string) => {
    const set = storedSet.parse(await textOf(s.paths.set(annotator, s.first.id)))
    return set.ok && set.value.annotations.find(({ label }) => label === 'actor')?.attributes.actor
  }
  expect([await actorIn('ليلى'), await actorIn('عمر')]).toEqual([split.made, split.made])
  await s.done('actors.undo', { project: s.project })
  expect([await actorIn('ليلى'), await actorIn('عمر')]).toEqual(['minister', 'minister'])
  expect(await textOf(s.paths.actor('minister'))).toBe(before)
  expect(await readdir(s.paths.actors)).toEqual(['minister.json'])
})
