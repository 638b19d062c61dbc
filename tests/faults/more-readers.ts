import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import JSZip from 'jszip'
import { noHeirs } from '../../annotations/model/migrate-scheme.ts'
import { askOf, type Reader } from './readers.ts'
import { type SmallProject, smallProject } from './small-project.ts'

const job = 'fuzz'
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

type Ask = ReturnType<typeof askOf>
type Reading = {
  examples: Uint8Array[]
  /** The file the bytes are put into, where they are not put there by `put`. */
  file: string
  put?: (bytes: Uint8Array) => Promise<void>
  ask: (ask: Ask) => Promise<void>
}

/** A file in or beside the small project, bent, and what reads it. */
const reader = (id: string, begin: (small: SmallProject) => Promise<Reading>): Reader => ({
  id,
  async begin(folder) {
    const small = await smallProject(folder)
    const { examples, file, put = bytes => writeFile(file, bytes), ask } = await begin(small)
    const asking = askOf(small.dispatch, small.bugs)
    await mkdir(dirname(file), { recursive: true })
    return {
      examples,
      async read(bytes) {
        await put(bytes)
        await ask(asking)
      },
    }
  },
})

const documentXml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t xml:space="preserve">قالت سعاد إن الجلسة قريبة.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>أ</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`

async function docx(xml: string | Uint8Array): Promise<Uint8Array> {
  const zip = new JSZip()
  const types = 'http://schemas.openxmlformats.org/package/2006'
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file('word/document.xml', xml)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Looked at and imported; what came in goes again, or there would be more each time. */
const imported =
  ({ project, paths }: SmallProject, file: string, mappings = {}) =>
  async (ask: Ask) => {
    const before = new Set(await readdir(paths.documents))
    const looked = await ask('import.preview', { project, paths: [file], mappings })
    if (!looked.ok) throw new Error(`one bad file stopped the preview: ${looked.failure.code}`)
    await ask('import.run', { project, paths: [file], job, mappings })
    for (const name of await readdir(paths.documents))
      if (!before.has(name)) await rm(join(paths.documents, name), { recursive: true })
  }

const table = (id: string, name: string, examples: string[]) =>
  reader(id, async small => {
    const file = join(small.inbox, name)
    const mapping = { text: 'text', title: 'title', published: 'date' }
    return {
      examples: examples.map(bytesOf),
      file,
      ask: imported(small, file, { [file]: mapping }),
    }
  })

/** Lines that end in their sum, so that what is tried is what they say. */
const signed = (sign: (line: string) => string, bytes: Uint8Array) =>
  Buffer.from(bytes).toString('utf8').split('\n').map(sign).join('\n')
const sumOf = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 8)
const logLine = (line: string) => {
  const body = line.replace(/,"sum":"[0-9a-f]{8}"\}$/, '').replace(/\}$/, '')
  return body === '' ? '' : `${body},"sum":"${sumOf(body)}"}`
}
const stepLine = (line: string) => {
  const body = line.replace(/^[0-9a-f]{8} /, '')
  return `${sumOf(body)} ${body}`
}

export const moreReaders: readonly Reader[] = [
  reader('docx', async small => {
    const file = join(small.inbox, 'fuzzed.docx')
    return { examples: [await docx(documentXml)], file, ask: imported(small, file) }
  }),
  reader('docx-inside', async small => {
    const file = join(small.inbox, 'fuzzed.docx')
    const put = async (bytes: Uint8Array) => writeFile(file, await docx(bytes))
    return { examples: [bytesOf(documentXml)], file, put, ask: imported(small, file) }
  }),
  table('table-csv', 'fuzzed.csv', [
    'title,text,date\n"لا موعد","قالت سعاد ""قريبًا""\nأمس",2024-09-10\nخبر,نص آخر,غير معروف\n',
  ]),
  table('table-jsonl', 'fuzzed.jsonl', [
    '{"title":"لا موعد","text":"قالت سعاد","date":"2024-09-10","meta":{"outlet":"الضفتين"}}\n{"text":"نص آخر"}\n',
  ]),
  reader('label-mapping', async ({ folder, project, done }) => {
    const [file, out] = [join(folder, 'map.json'), join(folder, 'out.jsonl')]
    await done('export.run', { project, job, format: 'isnad', out })
    const mapping = { labels: { actor: 'actor', claim: null }, relations: {}, unknown: 'skip' }
    const asked = { project, paths: [out], format: 'isnad', mapFile: file, job }
    return {
      examples: [bytesOf(JSON.stringify(mapping))],
      file,
      ask: async ask => void (await ask('annotated.preview', asked)),
    }
  }),
  reader('scheme-change', async ({ project, paths, done }) => {
    const { scheme } = (await done('project.open', { folder: project })).project
    const labels = scheme.labels.filter(({ id }) => id !== 'cue')
    const relationTypes = scheme.relationTypes.filter(({ to }) => !to.includes('cue'))
    const after = { ...scheme, labels, relationTypes }
    await done('scheme.save', { project, scheme: after, basedOn: scheme, migration: noHeirs, job })
    const [name = ''] = await readdir(paths.schemeChanges)
    const [ended, begun] = [name, name.replace('.json', '.under-way.json')].map(one =>
      join(paths.schemeChanges, one),
    ) as [string, string]
    const example = await readFile(ended)
    const kept = await readFile(paths.project)
    return {
      examples: [example],
      file: ended,
      async put(bytes) {
        await rm(begun, { force: true })
        await writeFile(ended, bytes)
        await writeFile(paths.project, kept)
      },
      async ask(ask) {
        await ask('project.open', { folder: project })
        await ask('scheme.undo', { project })
        // The same, as a change that was cut short.
        await rename(ended, begun).catch(() => {})
        await ask('project.open', { folder: project })
      },
    }
  }),
  reader('action-log, its sums right', async ({ project, paths, id }) => {
    const file = paths.log('ليلى', id)
    const set = await readFile(paths.set('ليلى', id))
    const asked = { project, documentId: id, annotator: 'ليلى' }
    return {
      examples: [await readFile(file)],
      file,
      async put(bytes) {
        await writeFile(file, signed(logLine, bytes))
        await writeFile(paths.set('ليلى', id), '{')
      },
      async ask(ask) {
        await ask('sets.history', asked)
        await ask('sets.recover', asked)
        await writeFile(paths.set('ليلى', id), set)
        await ask('sets.history', asked)
        await ask('project.check', { path: project, repair: true })
        await ask('project.open', { folder: project })
      },
    }
  }),
  reader('register-log, its sums right', async ({ project, paths }) => {
    const file = paths.registerSteps
    const example = await readFile(file).catch(() => bytesOf('{}'))
    return {
      examples: [new Uint8Array(example)],
      file,
      put: bytes => writeFile(file, signed(stepLine, bytes)),
      async ask(ask) {
        await ask('actors.history', { project })
        await ask('actors.undo', { project })
      },
    }
  }),
  reader('lock-holder', async ({ project, paths }) => {
    const file = join(paths.locks, 'عمر.json')
    const holder = { annotator: 'عمر', host: 'جهاز', pid: 1, since: '2026-03-01T12:00:00.000Z' }
    return {
      examples: [bytesOf(JSON.stringify(holder))],
      file,
      async put(bytes) {
        await mkdir(join(paths.locks, 'عمر.lock'), { recursive: true })
        await writeFile(file, bytes)
      },
      ask: async ask => void (await ask('project.hold', { project, annotator: 'عمر' })),
    }
  }),
  reader('search-index', async ({ project, paths, done }) => {
    const file = join(paths.state, 'search.index')
    await done('search.query', { project, query: 'الجلسة', job })
    return {
      examples: [new Uint8Array(await readFile(file))],
      file,
      async ask(ask) {
        // Another program's search begins with what is on the disk.
        await ask('project.open', { folder: project })
        await ask('search.query', { project, query: 'الجلسة', job })
      },
    }
  }),
  reader('backup', async ({ project, paths, id, done }) => {
    const asked = { project, documentId: id, annotator: 'ليلى' }
    await new Promise(resolve => setTimeout(resolve, 400))
    const set = paths.set('ليلى', id)
    const [version] = (await done('sets.versions', asked)).versions
    const file = join(paths.backups(set), version?.name ?? '')
    const good = await readFile(set)
    return {
      examples: [good],
      file,
      async put(bytes) {
        await writeFile(file, bytes)
        await writeFile(set, '{')
      },
      async ask(ask) {
        await ask('sets.version', { ...asked, name: version?.name })
        await ask('sets.recover', asked)
        await writeFile(set, good)
      },
    }
  }),
  reader('register-table', async ({ folder, project }) => {
    const file = join(folder, 'actors.csv')
    return {
      examples: [
        bytesOf('id,name,name_en,kind,aliases\nsuad,سعاد النعيمي,Suad,person,النعيمي;سعاد\n'),
        bytesOf('{"id":"omar","name":{"ar":"عمر"},"kind":"person"}\n'),
      ],
      file,
      ask: async ask => void (await ask('actors.import', { project, path: file, job })),
    }
  }),
  reader('codebook-table', async ({ folder, project }) => {
    const file = join(folder, 'codebook.csv')
    return {
      examples: [bytesOf('code,text_ar,text_en,parent\n1,الجلسة قريبة,soon,\n1.1,في أيلول,,1\n')],
      file,
      ask: async ask => void (await ask('propositions.import', { project, path: file, job })),
    }
  }),
]
