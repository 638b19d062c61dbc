import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setting } from './exchange-setting.ts'
import { textOf } from './temp-project.ts'

test('labels are mapped, added or refused, and what is refused is said', async () => {
  const { done, paths, folder } = await setting()
  const text = '📷 قال ناطق باسم بلدية الضفتين إن الجسر يُفتح غدًا.'
  const line = {
    id: 7,
    text,
    label: [
      [2, 5, 'SAY'],
      [6, 10, 'PER'],
      [30, 35, 'THING'],
    ],
  }
  const file = join(folder, 'in.jsonl')
  await writeFile(file, `${JSON.stringify(line)}\nnot json\n`)
  const map = join(folder, 'map.json')
  await writeFile(map, JSON.stringify({ labels: { PER: 'actor', THING: null } }))
  const report = await done('annotated.run', {
    project: paths.folder,
    job: 'job',
    format: 'doccano',
    paths: [file],
    mapFile: map,
    annotator: 'سلمى',
  })
  expect(report).toMatchObject({
    annotations: 2,
    records: 2,
    rejected: 1,
    added: { labels: ['say'] },
    problems: [
      { kind: 'unknown-label', detail: 'THING', line: 1, what: 'left-out' },
      { kind: 'not-json', line: 2, what: 'rejected' },
    ],
  })
  const view = await done('project.open', { folder: paths.folder })
  expect(view.project.scheme.labels.at(-1)).toMatchObject({ id: 'say', name: { ar: 'SAY' } })
})

test('labels go back under the names they came with, and the configuration beside them says the same', async () => {
  const { done, paths, folder, out } = await setting()
  const text = 'قال ناطق إن الجسر يُفتح غدًا.'
  const value = { start: 4, end: 8, text: 'ناطق' }
  const named = (id: string, label: string) => ({
    ...{ id, from_name: 'label', to_name: 'text', type: 'labels' },
    value: { ...value, labels: [label] },
  })
  const relation = {
    type: 'relation',
    from_id: 'x',
    to_id: 'y',
    direction: 'right',
    labels: ['وصف'],
  }
  const result = [named('x', 'PERSON'), named('y', 'صفة'), named('z', 'Cue'), relation]
  const file = join(folder, 'in.json')
  await writeFile(file, JSON.stringify([{ data: { text }, annotations: [{ id: 1, result }] }]))
  const asked = { project: paths.folder, job: 'job', format: 'label-studio' } as const
  const people = { annotator: 'سلمى' }
  const report = await done('annotated.run', { ...asked, ...people, paths: [file] })
  expect(report.problems).toEqual([])
  // Read again, the labels are known: nothing of this changes.
  await done('annotated.run', { ...asked, ...people, paths: [file] })
  await done('export.run', { ...asked, out: `${out}.json`, annotators: ['سلمى'], lossy: true })
  const [task] = JSON.parse(await textOf(`${out}.json`))
  const labelOf = (one: { value?: { labels: string[] }; labels?: string[] }) =>
    (one.value?.labels ?? one.labels)?.[0]
  expect(task.annotations[0].result.map(labelOf)).toEqual(['PERSON', 'صفة', 'Cue', 'وصف'])
  const configuration = await textOf(`${out}.config.xml`)
  for (const name of ['PERSON', 'صفة', 'Cue', 'وصف'])
    expect(configuration).toContain(`value="${name}"`)
  // In files of any other format ids speak, as they do in the project.
  await done('export.run', {
    ...{ ...asked, format: 'doccano', annotators: ['سلمى'], lossy: true },
    out: `${out}.jsonl`,
  })
  expect(await textOf(`${out}.jsonl`)).toContain('"person"')
})

test('a name that was mapped to a label of the scheme is that label from then on', async () => {
  const { done, paths, folder, out } = await setting()
  const file = join(folder, 'in.jsonl')
  await writeFile(file, `${JSON.stringify({ text: 'قال ناطق', label: [[4, 8, 'PER']] })}\n`)
  const asked = { project: paths.folder, job: 'job', format: 'doccano' } as const
  const labels = { PER: { label: 'actor' } }
  await done('annotated.run', {
    ...{ ...asked, paths: [file], annotator: 'سلمى' },
    mapping: { labels, relations: {}, unknown: 'add' },
  })
  await done('export.run', { ...asked, out: `${out}.jsonl`, annotators: ['سلمى'], lossy: true })
  expect(await textOf(`${out}.jsonl`)).toContain('[[4,8,"actor"]]')
})

test('layers of INCEpTION go back as themselves, with a type system that knows them', async () => {
  const { done, paths, folder, out } = await setting()
  const text = 'قال ناطق إن الجسر يُفتح غدًا.'
  const file = join(folder, 'in.xmi')
  await writeFile(
    file,
    `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type4="http:///de/example/ner/type.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/><type4:NamedEntity xmi:id="3" sofa="1" begin="4" end="8" value="PER" identifier="Q1"/><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/><cas:View sofa="1" members="3"/></xmi:XMI>`,
  )
  const asked = { project: paths.folder, job: 'job', format: 'cas-xmi' } as const
  await done('annotated.run', { ...asked, paths: [file], annotator: 'سلمى' })
  await done('export.run', { ...asked, out, annotators: ['سلمى'], lossy: true })
  const files = await readdir(join(out, 'سلمى'))
  const written = await textOf(join(out, 'سلمى', String(files[0])))
  expect(written).toMatch(/:NamedEntity [^>]*begin="4" end="8" value="PER" identifier="Q1"/)
  const types = await textOf(join(out, 'TypeSystem.xml'))
  expect(types).toContain('<name>de.example.ner.type.NamedEntity</name>')
  expect(types).toContain('<name>identifier</name>')
})
