import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storedSet } from '../../annotations/model/stored.ts'
import { commandOf } from '../../src-main/shells/cli-arguments.ts'
import { type RegisterCommand, runRegister } from '../../src-main/shells/cli-register.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

async function setting() {
  const project = await tempProject()
  const { call, done, refused } = appFor(join(project.folder, 'home'))
  const run = async (...argv: string[]) => {
    const [name, ...rest] = argv
    const command = commandOf([name as string, project.paths.folder, ...rest], project.folder)
    if (command.kind !== 'actors' && command.kind !== 'propositions')
      throw new Error(JSON.stringify(command))
    const result = await runRegister(command as RegisterCommand, call, 'en')
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value
  }
  return { ...project, project: project.paths.folder, run, done, refused }
}

test('the register is listed, searched with its reasons, taken in with complaints, and given out', async () => {
  const { run, folder } = await setting()
  expect((await run('actors')).summary).toBe('minister\tوزير الدفاع\t\tperson\t3')
  expect((await run('actors', '--find', 'للوزير')).summary).toContain(
    'minister\tوزير الدفاع\talias',
  )
  const table = join(folder, 'table.csv')
  await writeFile(table, 'name_ar,parent\nألف,باء\nباء,ألف\n')
  const taken = await run('actors', '--import', table)
  expect([taken.clean, taken.complaints]).toEqual([
    false,
    ['table.csv:3: parent-loop: باء ← ألف ← باء'],
  ])
  const out = join(folder, 'out.jsonl')
  await run('actors', '--out', out)
  expect((await textOf(out)).trimEnd().split('\n')).toHaveLength(3)
  await run('actors', '--undo')
  expect((await run('actors')).value).toHaveLength(1)
})

test('what is asked twice, or half, is wrong usage', () => {
  const wrong = (...argv: string[]) => commandOf(['actors', ...argv], '/')
  expect(wrong()).toMatchObject({ kind: 'wrong', wrong: { kind: 'missing', what: 'DIR' } })
  expect(wrong('x', '--merge', 'a')).toMatchObject({ wrong: { kind: 'missing', what: '--into' } })
  expect(wrong('x', '--undo', '--find', 'a')).toMatchObject({ wrong: { kind: 'too-many' } })
  expect(wrong('x', '--merge', 'a, b', '--into', 'c')).toMatchObject({
    kind: 'actors',
    task: { do: 'merge', ids: ['a', 'b'], into: 'c' },
  })
})

test('a codebook comes in with its hierarchy and goes out the same; what is wrong is said with its line', async () => {
  const { run, folder, project, done, refused } = await setting()
  const table = join(folder, 'دليل.csv')
  await writeFile(
    table,
    [
      'code,text_ar,text_en,notes,parent',
      '1,التحالف يغادر العراق,The coalition leaves Iraq,،,',
      '1.1,التحالف يغادر قبل أيلول 2025,,,1',
      '1.10,التحالف يغادر بعد ذلك,,,1',
      '1.2,مئات الجنود يغادرون,,,9',
      ',بلا رمز,,,',
    ].join('\n'),
  )
  const taken = await run('propositions', '--import', table)
  expect(taken.complaints).toEqual([
    'دليل.csv:5: unknown-parent: 9',
    expect.stringMatching(/^دليل\.csv:6: no-name/),
  ])
  const codes = (await run('propositions')).value as { code: string }[]
  expect(codes.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '1.10'])
  for (const ending of ['csv', 'jsonl']) {
    const out = join(folder, `out.${ending}`)
    await run('propositions', '--out', out)
    const again = await run('propositions', '--import', out)
    expect(again.value).toMatchObject({ added: 0, changed: 0, same: 4, problems: [] })
  }
  const { propositions } = await done('project.open', { folder: project })
  const [top, below] = ['1', '1.1'].map(code => propositions.find(one => one.code === code))
  if (!top || !below) throw new Error('no codes')
  const save = { project, proposition: { ...top, parent: below.id } }
  expect((await refused('propositions.save', save)).code).toBe('parent-loop')
  const twin = { project, proposition: { ...below, id: 'other', code: '١' } }
  expect((await refused('propositions.save', twin)).code).toBe('code-taken')
  expect((await refused('propositions.remove', { project, id: top.id })).code).toBe('actor-in-use')
})

test('a claim like one that was coded is offered its proposition, with the words, actors and dates they share', async () => {
  const { done, project, paths, first, save } = await setting()
  const proposition = {
    id: 'leaves',
    code: '1',
    text: { ar: 'التحالف يغادر' },
    notes: '',
  }
  await done('propositions.save', { project, proposition })
  const stored = storedSet.parse(await textOf(paths.set('ليلى', first.id)))
  const claim = stored.ok && stored.value.annotations.find(({ label }) => label === 'claim')
  if (!claim) throw new Error('no claim')
  const attributes = { ...claim.attributes, proposition: 'leaves', towards: 'supports' }
  await save(first, 'ليلى', [{ kind: 'put-annotation', annotation: { ...claim, attributes } }], 1)
  const asked = { project, documentId: first.id, annotator: 'عمر', claim: 'c1' }
  const { like } = await done('propositions.similar', asked)
  expect(like).toMatchObject([
    {
      proposition: 'leaves',
      words: ['سيغادر'],
      actors: ['وزير الدفاع'],
      claim: { annotator: 'ليلى' },
    },
  ])
  const { claims } = await done('propositions.claims', { project, id: 'leaves', job: 'j' })
  expect(claims).toMatchObject([
    { annotator: 'ليلى', towards: 'supports', quote: 'التحالف سيغادر' },
  ])
  expect((await done('propositions.usage', { project, job: 'j' })).counts).toEqual({ leaves: 1 })
})
