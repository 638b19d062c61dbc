import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import { guessMapping } from '../../annotations/model/table-mapping.ts'
import { encodeSingleByte } from './encode.ts'
import { appFor, tempFolder } from './temp-project.ts'

const first = 'قال وزير النقل إن الجسر سيُفتح في أيلول 📷.\nونفى المقاول ذلك.'
const second = 'أعلنت بلدية الميناء خطة جديدة، "على مراحل".'

async function started(emit?: (event: AppEvent) => void) {
  const folder = await tempFolder()
  const app = appFor(join(folder, 'home'), emit)
  const project = join(folder, 'p')
  await app.done('project.create', { folder: project, title: 'استيراد' })
  const news = join(folder, 'news')
  await mkdir(news)
  const put = async (name: string, content: string | Uint8Array) => {
    const path = join(news, name)
    await writeFile(path, content)
    return path
  }
  const run = (paths: string[], more = {}) =>
    app.done('import.run', { project, paths, job: 'j', ...more })
  const entries = async () => (await app.done('project.open', { folder: project })).documents
  return { ...app, folder, project, news, put, run, entries }
}

const reasons = (report: { rejected: { file: string; failure: { code: string } }[] }) =>
  report.rejected.map(({ failure }) => failure.code)

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
async function docx(body: string, extra: Record<string, string | Uint8Array> = {}) {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  for (const [name, content] of Object.entries(extra)) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

test('a Word document comes in with its words, a paragraph a line, letters untouched', async () => {
  const { put, run, done, project } = await started()
  const words = ['جسرُ الميناء يُفتح قريبًا', 'قالَ الوزير إنّ العمل اكتمل 👨‍👩‍👧.']
  const report = await run([await put('خبر.docx', await docx(words.map(paragraph).join('')))])
  expect(report.rejected).toEqual([])
  const id = report.imported[0]?.id ?? ''
  const { text, origin } = await done('documents.read', { project, id })
  expect(text.split('\n').filter(line => line !== '')).toEqual(words)
  expect(origin.kind).toBe('docx')
})

test('a Word document that is made to do harm, is locked, cut or none is refused by name, the rest comes in', async () => {
  const { put, run } = await started()
  const whole = await docx(paragraph(first))
  const relation = `<Relationship Id="r" Type="http://x/relationships/styles" Target="media/a.png"/>`
  const elsewhere = {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
    'word/media/a.png': '<!--'.repeat(30_000),
  }
  const bomb = await docx(paragraph('x'), { 'word/media/a.bin': new Uint8Array(80 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  const locked = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  // Bit 0 of every piece's flags, in the directory at the end: encrypted.
  const ciphered = Buffer.from(whole)
  for (
    let at = ciphered.indexOf('PK\u0001\u0002');
    at !== -1;
    at = ciphered.indexOf('PK\u0001\u0002', at + 4)
  )
    ciphered[at + 8] = (ciphered[at + 8] ?? 0) | 1
  // A piece that says it unpacks to ten bytes.
  const liar = Buffer.from(bomb)
  const name = liar.lastIndexOf('word/media/a.bin')
  liar.writeUInt32LE(10, name - 46 + 24)
  const paths = [
    await put('1-bomb.docx', bomb),
    await put('2-locked.docx', locked),
    await put('3-ciphered.docx', ciphered),
    await put('4-cut.docx', whole.subarray(0, whole.length - 30)),
    await put(
      '5-old.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    ),
    await put(
      '6-none.docx',
      await new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' }),
    ),
    await put('7-liar.docx', liar),
    await put('8-broken.docx', await docx('<w:p><w:r>')),
    await put('9-deep.docx', await docx('<w:tbl><w:tr><w:tc>'.repeat(7000))),
    await put('91-comments.docx', await docx('<!--'.repeat(30_000))),
    await put('92-elsewhere.docx', await docx(paragraph(first), elsewhere)),
    await put('99-whole.docx', whole),
  ]
  const report = await run(paths)
  expect(reasons(report)).toEqual([
    'unpacks-too-large',
    'encrypted-file',
    'encrypted-file',
    'damaged-file',
    'not-text',
    'not-text',
    'damaged-file',
    'damaged-file',
    'damaged-file',
    'damaged-file',
    'damaged-file',
  ])
  for (const { file, failure } of report.rejected)
    expect(JSON.stringify(failure.params)).toContain(file.split('/').at(-1))
  expect(report.imported.at(-1)?.file).toContain('99-whole.docx')
})

test('a table comes in a row an article, with what its columns say', async () => {
  const { put, run, entries } = await started()
  const csv = `﻿العنوان;النص;المصدر;تاريخ النشر\r\nجسر الميناء;"${first}";المرصد;2024-09-01T10:00:00Z\r\nخطة;"أعلنت بلدية الميناء خطة جديدة، ""على مراحل"".";;١ أيلول 2024\r\nفارغ;;;\r\n`
  const report = await run([await put('أخبار.csv', csv)])
  expect(report.imported.map(({ file }) => file.split('/').at(-1))).toEqual([
    'أخبار.csv#2',
    'أخبار.csv#3',
  ])
  expect(reasons(report)).toEqual(['no-text'])
  const [one, two] = (await entries()).sort((a, b) => (a.title < b.title ? -1 : 1))
  expect(one).toMatchObject({ title: 'جسر الميناء', outlet: 'المرصد', published: '2024-09-01' })
  expect(two).toMatchObject({ title: 'خطة' })
  // The same table again adds nothing.
  expect((await run([await put('نسخة.csv', csv)])).duplicates).toHaveLength(2)
})

test('a table in an old Arabic encoding and with tabs is read as one', async () => {
  const { put, run } = await started()
  const tsv = `title\ttext\nخبر\tقال وزير النقل إن الجسر سيفتح قريبا، ونفى المقاول ذلك جملة وتفصيلا\n`
  const report = await run([await put('a.tsv', encodeSingleByte(tsv, 'windows-1256'))])
  expect(report.imported).toMatchObject([{ title: 'خبر', decision: { encoding: 'windows-1256' } }])
})

test('a line of JSONL is an article; one that cannot be read is named by its number', async () => {
  const { put, run, entries } = await started()
  const lines = [
    JSON.stringify({ meta: { title: 'أول', date: '2024-07' }, body: first }),
    '{ "body": "مقطوع',
    JSON.stringify({ meta: { title: 'ثانٍ' }, body: second }),
    '[1]',
  ]
  const path = await put('a.jsonl', lines.join('\n'))
  const mappings = { [path]: { text: 'body', title: 'meta.title', published: 'meta.date' } }
  const report = await run([path], { mappings })
  expect(report.imported.map(({ title }) => title)).toEqual(['أول', 'ثانٍ'])
  expect(report.rejected.map(({ file }) => file.split('/').at(-1))).toEqual([
    'a.jsonl#2',
    'a.jsonl#4',
  ])
  expect((await entries()).find(({ title }) => title === 'أول')?.published).toBe('2024-07')
})

test('a table without a column of text says which it has, and comes in once it is told', async () => {
  const { put, run, done, project } = await started()
  const path = await put('a.csv', `ref,xx\n7,"${first}"\n`)
  expect((await run([path])).rejected).toMatchObject([
    { failure: { code: 'no-text-column', params: { columns: 'ref, xx' } } },
  ])
  const { files } = await done('import.preview', { project, paths: [path] })
  expect(files).toMatchObject([{ kind: 'table', columns: ['ref', 'xx'], rows: 1 }])
  expect(files[0]).not.toHaveProperty('mapping.text')
  const wrong = await run([path], { mappings: { [path]: { text: 'gone' } } })
  expect(reasons(wrong)).toEqual(['no-such-column'])
  expect((await run([path], { mappings: { [path]: { text: 'xx' } } })).imported).toHaveLength(1)
})

test('columns are known by what they are called in either language', () => {
  expect(guessMapping(['ID', 'Headline', 'Full_Text', 'Publish date'])).toEqual({
    text: 'Full_Text',
    title: 'Headline',
    published: 'Publish date',
  })
  expect(guessMapping(['المعرّف', 'نص المقال', 'الصحيفه'])).toEqual({
    text: 'نص المقال',
    outlet: 'الصحيفه',
  })
  expect(guessMapping(['a', 'b'])).toBeUndefined()
})

test('a PDF is refused with the reason and a way on', async () => {
  const { put, run } = await started()
  expect(reasons(await run([await put('a.pdf', '%PDF-1.7')]))).toEqual(['pdf-not-read'])
})

test('a pasted article is kept as it was pasted, once', async () => {
  const { done, refused, project } = await started()
  const pasted = await done('import.paste', {
    project,
    text: first,
    metadata: { outlet: 'المرصد' },
  })
  expect(pasted).toMatchObject({ duplicate: false, title: first.split('\n')[0] })
  const { text, outlet } = await done('documents.read', { project, id: pasted.id })
  expect({ text, outlet }).toEqual({ text: first, outlet: 'المرصد' })
  expect(await done('import.paste', { project, text: first, metadata: {} })).toMatchObject({
    id: pasted.id,
    duplicate: true,
  })
  expect(await refused('import.paste', { project, text: ' \n ', metadata: {} })).toMatchObject({
    code: 'no-text',
  })
})

test('a file sent by a page is kept under its name and nowhere else', async () => {
  const { done, run } = await started()
  const base64 = Buffer.from(first).toString('base64')
  const { path } = await done('import.receive', { name: '../../خبر.txt', base64 })
  expect(path).toMatch(/incoming[/\\][0-9a-f-]+[/\\]خبر\.txt$/)
  expect((await run([path])).imported).toHaveLength(1)
})

test('what is put into a watched folder comes in by itself, until watching is stopped', async () => {
  const events: AppEvent[] = []
  const { done, refused, project, news, put, entries } = await started(event => events.push(event))
  await put('1.txt', first)
  await done('watch.start', { project, folder: news })
  const arrived = () =>
    events.flatMap(event => (event.kind === 'imported' ? event.report.imported : []))
  await expect.poll(arrived, { timeout: 8000 }).toHaveLength(1)
  await put('2.csv', `text\n"${second}"\n`)
  await expect.poll(arrived, { timeout: 8000 }).toHaveLength(2)
  expect(await entries()).toHaveLength(2)
  const { watching } = await done('watch.stop', { project, folder: news })
  expect(watching).toEqual([])
  // A project is not watched by itself.
  expect(await refused('watch.start', { project, folder: project })).toMatchObject({
    code: 'inside-project',
  })
}, 20_000)
