import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerOf } from '../../annotations/actors/register.ts'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { storedActor, storedSet } from '../../annotations/model/stored.ts'
import { readStored, writeStored } from '../../src-main/storage/json-file.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

async function setting() {
  const project = await tempProject()
  const heard: AppEvent[] = []
  const app = appFor(join(project.folder, 'home'), event => heard.push(event))
  const folder = project.paths.folder
  const made = (id: string, ar: string, more: Partial<Actor> = {}): Actor => ({
    ...{ id, name: { ar }, kind: 'person', aliases: [], titles: [], notes: '', externalIds: {} },
    ...more,
  })
  const save = (actor: Actor, basedOn?: Actor) =>
    app.done('actors.save', { project: folder, actor, ...(basedOn ? { basedOn } : {}) })
  const onDisk = (id: string) => readStored(project.paths.actor(id), storedActor)
  const all = async () => (await app.done('project.open', { folder })).actors
  return { ...project, ...app, project: folder, heard, made, save, onDisk, all }
}

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

test('the register goes out as a table and as lines and comes back the same; formulas do nothing', async () => {
  const s = await setting()
  await s.save(
    s.made('odd', '=HYPERLINK("x")', {
      name: { ar: '=HYPERLINK("x")', en: '+1' },
      aliases: ['أ | ب', 'سطر\nآخر', '\\'],
      notes: '-2, "ثلاثة"',
      externalIds: { wikidata: 'Q1', viaf: 'a=b' },
      parent: 'minister',
    }),
  )
  const before = await s.all()
  for (const ending of ['csv', 'jsonl']) {
    const out = join(s.folder, `register.${ending}`)
    const { count } = await s.done('actors.export', { project: s.project, out })
    expect(count).toBe(2)
    const report = await s.done('actors.import', { project: s.project, path: out, job: 'j' })
    expect(report).toMatchObject({ added: 0, changed: 0, same: 2, problems: [], ignored: [] })
    // Into a project that knows none of them.
    const empty = await s.done('project.create', { folder: join(s.folder, ending), title: 'نسخة' })
    const project = empty.folder
    expect(await s.done('actors.import', { project, path: out, job: 'j' })).toMatchObject({
      added: 2,
    })
    expect((await s.done('project.open', { folder: project })).actors).toEqual(before)
    const again = await s.refused('actors.export', { project: s.project, out })
    expect(again.code).toBe('file-exists')
  }
  const csv = await textOf(join(s.folder, 'register.csv'))
  expect(csv).toMatch(/^\ufeffid,name_ar/)
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  const inside = join(s.paths.actors, 'x.csv')
  expect((await s.refused('actors.export', { project: s.project, out: inside })).code).toBe(
    'inside-project',
  )
})

test('a table’s loops, unknown parents and odd cells are said with file and line; the rest is read, once', async () => {
  const s = await setting()
  const path = join(s.folder, 'جدول.csv')
  const rows = [
    'name_ar,kind,parent,aliases,ملاحظاتنا',
    'كتائب النهر,armed-group,المقاومة الشعبية,الكتائب | سرايا النهر,x',
    'المقاومة الشعبية,armed-group,كتائب النهر,,',
    'لواء البحر,bandits,لا أحد,,',
    ',person,,,',
    '"سطر',
    'على سطرين",person,,,',
    'قصير,person',
  ]
  await writeFile(path, rows.join('\n'))
  const report = await s.done('actors.import', { project: s.project, path, job: 'j' })
  expect(report.problems.map(({ file, line, kind }) => [file, line, kind])).toEqual([
    ['جدول.csv', 3, 'parent-loop'],
    ['جدول.csv', 4, 'bad-kind'],
    ['جدول.csv', 4, 'unknown-parent'],
    ['جدول.csv', 5, 'no-name'],
    ['جدول.csv', 8, 'bad-line'],
  ])
  expect([report.added, report.ignored]).toEqual([4, ['ملاحظاتنا']])
  const actors = await s.all()
  const named = (ar: string) => actors.find(({ name }) => name.ar === ar)
  expect(named('كتائب النهر')).toMatchObject({
    aliases: ['الكتائب', 'سرايا النهر'],
    parent: named('المقاومة الشعبية')?.id,
  })
  expect(named('المقاومة الشعبية')?.parent).toBeUndefined()
  const again = await s.done('actors.import', { project: s.project, path, job: 'j' })
  expect([again.added, again.changed, again.same]).toEqual([0, 0, 4])
  await s.done('actors.undo', { project: s.project })
  expect(await s.all()).toHaveLength(1)
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
