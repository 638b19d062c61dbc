import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FormatId, formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { noHeirs } from '../../annotations/model/migrate-scheme.ts'
import type { Dispatch } from '../../src-main/dispatch.ts'
import { settingsFile } from '../../src-main/storage/user-data.ts'
import { type SmallProject, smallProject } from './small-project.ts'

/** Something that reads files of others: given some bytes it must answer, with a value or an expected failure. */
export type Reader = {
  id: string
  begin(folder: string): Promise<Begun>
}
export type Begun = {
  /** Files as they should be, to bend. */
  examples: Uint8Array[]
  read(bytes: Uint8Array): Promise<void>
}

const job = 'fuzz'

/** Asked for a result: a bug in it is thrown again, an expected failure is an answer. */
export function askOf(dispatch: Dispatch, bugs: unknown[]) {
  return async (method: string, input: unknown) => {
    const result = await dispatch(method, input)
    const bug = bugs.shift()
    if (bug !== undefined) throw bug
    return result
  }
}

/** A file of a project, bent; then the project is opened, checked, read and exported as a person would. */
const fileOfProject = (
  id: string,
  fileOf: (small: SmallProject) => string,
  more: (small: SmallProject) => Promise<Uint8Array[]> = async () => [],
): Reader => ({
  id,
  async begin(folder) {
    const small = await smallProject(folder)
    const { project, dispatch, bugs, id: document } = small
    const file = fileOf(small)
    const ask = askOf(dispatch, bugs)
    const example = await readFile(file)
    const out = join(folder, 'out.jsonl')
    return {
      examples: [example, ...(await more(small))],
      async read(bytes) {
        await writeFile(file, bytes)
        await ask('project.open', { folder: project })
        await ask('documents.read', { project, id: document })
        await ask('sets.read', { project, documentId: document, annotator: 'ليلى' })
        await ask('sets.history', { project, documentId: document, annotator: 'ليلى' })
        await ask('project.check', { path: project })
        await ask('export.run', { project, job, format: 'isnad', out, overwrite: true })
      },
    }
  },
})

const settings: Reader = {
  id: 'settings',
  async begin(folder) {
    const { home, dispatch, bugs, done } = await smallProject(folder)
    await done('settings.save', { language: 'en', annotator: 'ليلى' })
    const file = settingsFile(home)
    const ask = askOf(dispatch, bugs)
    return {
      examples: [await readFile(file)],
      async read(bytes) {
        await writeFile(file, bytes)
        const started = await ask('app.start', {})
        if (!started.ok) throw new Error('the app does not start on these settings')
        for (const name of await readdir(home))
          if (name.includes('.broken-')) await rm(join(home, name))
      },
    }
  },
}

const scheme: Reader = {
  id: 'scheme',
  async begin(folder) {
    const { project, dispatch, bugs, done } = await smallProject(folder)
    const opened = await done('project.open', { folder: project })
    const file = join(folder, 'scheme.json')
    await done('scheme.write-file', { scheme: opened.project.scheme, out: file })
    const ask = askOf(dispatch, bugs)
    return {
      examples: [await readFile(file)],
      async read(bytes) {
        await writeFile(file, bytes)
        const read = await ask('scheme.read-file', { path: file })
        if (read.ok)
          await ask('scheme.preview', { project, scheme: read.value, migration: noHeirs })
      },
    }
  },
}

/** An article to import, by the ending of its file. */
const article = (id: string, name: string, examples: readonly (string | Uint8Array)[]): Reader => ({
  id,
  async begin(folder) {
    const { project, inbox, dispatch, bugs } = await smallProject(folder)
    const file = join(inbox, name)
    const ask = askOf(dispatch, bugs)
    return {
      examples: examples.map(example => new Uint8Array(Buffer.from(example))),
      async read(bytes) {
        await writeFile(file, bytes)
        const read = await ask('import.preview', { project, paths: [file] })
        if (!read.ok) throw new Error(`one bad file stopped the preview: ${read.failure.code}`)
      },
    }
  },
})

const page = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>لا موعد للجلسة | الضفتين</title><meta property="og:site_name" content="الضفتين">
<meta property="article:published_time" content="2024-09-10T08:00:00+03:00">
<link rel="canonical" href="https://example.com/1">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":["NewsArticle"],"headline":"لا موعد","author":[{"name":"سعاد"}],"datePublished":"2024-09-10"}]}</script></head>
<body><nav>الرئيسية</nav><article><h1>لا موعد للجلسة</h1><p>قالت النائبة <b>سعاد</b> إن الجلسة &laquo;قريبة&raquo;.</p>
<table><tr><td>أ</td><td>ب</td></tr></table><ul><li>واحد<li>اثنان</ul><pre>س\nع</pre><p>ونفى <a href="/x">مصدر</a> ذلك<br>أمس.</p></article></body></html>`

const text =
  'لا موعد للجلسة\n\nبغداد - الضفتين\nقالت النائبة سعاد إن الجلسة قريبة 📷.\n10 أيلول 2024\n'
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
const windows1256 = Buffer.from([
  0xc7, 0xe1, 0xcc, 0xe1, 0xd3, 0xc9, 0x20, 0xde, 0xd1, 0xed, 0xc8, 0xc9, 0x0d, 0x0a,
])

/** An exported file that `isnad check` reads. */
const exported: Reader = {
  id: 'isnad-jsonl',
  async begin(folder) {
    const { project, dispatch, bugs, done } = await smallProject(folder)
    const out = join(folder, 'out.jsonl')
    await done('export.run', { project, job, format: 'isnad', out })
    const example = await readFile(out)
    const ask = askOf(dispatch, bugs)
    return {
      examples: [example, Buffer.concat([example, example])],
      async read(bytes) {
        await writeFile(out, bytes)
        await ask('project.check', { path: out })
      },
    }
  },
}

/** A file of another tool's annotations: made by our own export, bent, looked at and brought in. */
const annotated = (format: FormatId): Reader => ({
  id: `annotated-${format}`,
  async begin(folder) {
    const { project, dispatch, bugs, done } = await smallProject(folder)
    const out = join(folder, `out${formatOf(format).extension}`)
    await done('export.run', { project, job, format, out, lossy: true })
    const inside = await readdir(out).catch(() => undefined)
    // Of a folder the file beside the text.
    const name =
      inside?.find(one => one.endsWith('.ann')) ?? inside?.find(one => !one.endsWith('.txt'))
    const file = name === undefined ? out : join(out, name)
    const given = { project, paths: [out], format, annotator: 'عمر', job }
    await done('annotated.preview', given)
    const ask = askOf(dispatch, bugs)
    return {
      examples: [await readFile(file)],
      async read(bytes) {
        await writeFile(file, bytes)
        await ask('annotated.detect', { paths: [out] })
        await ask('annotated.preview', given)
        await ask('annotated.run', given)
      },
    }
  },
})

export const readers: readonly Reader[] = [
  fileOfProject('project', ({ paths }) => paths.project),
  fileOfProject('document-record', ({ paths, id }) => paths.documentRecord(id)),
  fileOfProject('document-text', ({ paths, id }) => paths.documentText(id)),
  fileOfProject('set', ({ paths, id }) => paths.set('ليلى', id)),
  fileOfProject('actor', ({ paths }) => paths.actor('suad')),
  fileOfProject('index-cache', ({ paths }) => paths.index),
  fileOfProject('action-log', ({ paths, id }) => paths.log('ليلى', id)),
  scheme,
  settings,
  article('txt', 'fuzzed.txt', [text, utf16, windows1256]),
  article('html', 'fuzzed.html', [page]),
  exported,
  ...formatIds.filter(id => formatOf(id).reader !== undefined).map(annotated),
]
