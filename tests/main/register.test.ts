import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Actor } from '../../annotations/model/actor.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { setting } from './register-setting.ts'
import { textOf } from './temp-project.ts'

test('what two change of one actor comes together; a field that both changed is refused by name', async () => {
  const s = await setting()
  const was = (await s.onDisk('minister')) as Actor
  await s.save({ ...was, aliases: [...was.aliases, 'معاليه'], notes: 'هنا' }, was)
  const mine = await s.save({ ...was, titles: ['وزير'] }, was)
  expect([mine.aliases, mine.titles, mine.notes]).toEqual([['الوزير', 'معاليه'], ['وزير'], 'هنا'])
  const failure = await s.refused('actors.save', {
    project: s.project,
    actor: { ...was, notes: 'هناك' },
    basedOn: was,
  })
  expect(failure).toMatchObject({
    code: 'actor-changed',
    params: { file: 'actors/minister.json', fields: 'notes' },
  })
  expect((await s.onDisk('minister'))?.notes).toBe('هنا')
})

test('no actor becomes its own parent, and none has a parent that is not there', async () => {
  const s = await setting()
  const was = (await s.onDisk('minister')) as Actor
  await s.save(s.made('ministry', 'وزارة الدفاع', { parent: 'minister' }))
  const refused = (actor: Actor) => s.refused('actors.save', { project: s.project, actor })
  expect(await refused({ ...was, parent: 'ministry' })).toMatchObject({
    code: 'parent-loop',
    params: { file: 'actors/minister.json' },
  })
  expect(await refused({ ...was, parent: 'nobody' })).toMatchObject({ code: 'unknown-parent' })
  expect(await s.onDisk('minister')).toEqual(was)
})

test('an actor with mentions is not taken out; one without is, and comes back', async () => {
  const s = await setting()
  const refused = await s.refused('actors.remove', { project: s.project, id: 'minister' })
  expect(refused).toMatchObject({ code: 'actor-in-use', params: { count: 3 } })
  await s.save(s.made('nobody', 'لا أحد'))
  await s.done('actors.remove', { project: s.project, id: 'nobody' })
  expect(await s.onDisk('nobody')).toBeUndefined()
  await s.done('actors.undo', { project: s.project })
  expect(await s.onDisk('nobody')).toEqual(s.made('nobody', 'لا أحد'))
})

test('a linked mention teaches its name, which is suggested from then on; a rejected string is not', async () => {
  const s = await setting()
  await s.save(s.made('nahr', 'عبّود النهر'))
  const learned = await s.done('actors.learn', { project: s.project, id: 'nahr', quote: 'للضفتين' })
  expect(learned.lesson).toEqual({ as: 'alias', text: 'الضفتين' })
  expect(
    await s.done('actors.learn', { project: s.project, id: 'nahr', quote: 'الضفتين' }),
  ).toEqual({})
  const run = { project: s.project, job: 'j', kinds: ['actors' as const] }
  await s.done('suggest.run', { ...run, annotator: 'machine' })
  const quotes = async (annotator: string) => {
    const set = storedSet.parse(await textOf(s.paths.set(annotator, s.second.id)).catch(() => ''))
    const found = set.ok ? set.value.annotations : []
    return found.map(({ spans, attributes }) => [spans[0]?.quote, attributes.actor])
  }
  expect(await quotes('machine')).toContainEqual(['الضفتين', 'nahr'])
  await s.done('exceptions.add', {
    project: s.project,
    annotator: 'ليلى',
    texts: ['النّائب', 'ضفة'],
  })
  await s.done('exceptions.add', { project: s.project, annotator: 'عمر', texts: ['النائب'] })
  const opened = await s.done('project.open', { folder: s.project })
  expect(opened.exceptions).toHaveLength(2)
  await s.done('suggest.run', { ...run, annotator: 'again' })
  const found = await quotes('again')
  expect(found.map(([quote]) => quote)).toContain('الضفتين')
  expect(found.map(([quote]) => quote)).not.toContain('النائب')
  const { exceptions } = await s.done('exceptions.remove', {
    project: s.project,
    texts: ['النائب'],
  })
  expect(exceptions).toEqual(['ضفة'])
})

test('a broken actor and a second copy of one are named; the rest of the register is there', async () => {
  const s = await setting()
  await writeFile(s.paths.actor('torn'), '{"format":"isnad-actor/1"')
  await writeFile(join(s.paths.actors, 'minister (conflicted copy).json'), '{}')
  const { actors, unreadable } = await s.done('project.open', { folder: s.project })
  expect(actors.map(({ id }) => id)).toEqual(['minister'])
  expect(unreadable.map(({ code, params }) => [code, 'file' in params && params.file])).toEqual([
    ['conflict-copy', join(s.paths.actors, 'minister (conflicted copy).json')],
    ['not-json', s.paths.actor('torn')],
  ])
})

test('every window is told what one of them did to the register', async () => {
  const s = await setting()
  await s.save(s.made('one', 'واحد'))
  await s.done('exceptions.add', { project: s.project, annotator: 'ليلى', texts: ['كلمة'] })
  const said = s.heard.filter(({ kind }) => kind === 'register')
  expect(said).toMatchObject([
    { actors: { put: [{ id: 'one' }], removed: [] } },
    { exceptions: ['كلمة'] },
  ])
})

test('a history that a crash cut short is read; what is torn is passed over', async () => {
  const s = await setting()
  await s.save(s.made('one', 'واحد'))
  await mkdir(join(s.paths.state), { recursive: true })
  await writeFile(s.paths.registerSteps, `${await textOf(s.paths.registerSteps)}\n0123abcd {"id":`)
  await s.save(s.made('two', 'اثنان'))
  const { steps } = await s.done('actors.history', { project: s.project })
  expect(steps.map(({ names }) => names)).toEqual([['اثنان'], ['واحد']])
})
