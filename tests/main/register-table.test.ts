import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setting } from './register-setting.ts'
import { textOf } from './temp-project.ts'

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
