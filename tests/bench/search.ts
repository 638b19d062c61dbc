import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fold } from '../../annotations/arabic/fold.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedDocument, storedProject } from '../../annotations/model/stored.ts'
import type { CopyGroup } from '../../src-main/search/search-service.ts'
import {
  type SearchQuestion,
  searchLimits,
  type Touched,
} from '../../src-main/search/search-thread.ts'
import { digestOf, idOfDigest } from '../../src-main/storage/document-store.ts'
import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import type { Said, Told } from '../../src-main/threads/asked-thread.ts'
import { type Chance, chance } from './article.ts'
import { figure, median, most, timed } from './measure.ts'
import type { Part } from './report.ts'

const articles = 20_000
/** Bytes of UTF-8 an article has, as those of the press do. */
const size = 4320
const types = 60_000

const letters = 'اااالللمنويييرتبعدسقفحكهشجطخصزضغذثظ'
const before = ['', '', '', '', '', 'و', 'ال', 'ال', 'ال', 'وال', 'بال', 'لل', 'ب', 'ل']

/** Words of their frequencies: of rank r about 1/r, as in any language. */
function vocabulary(next: Chance): { words: string[]; pick: () => string } {
  const words = Array.from({ length: types }, () => {
    const length = 2 + Math.floor(next() * 3 + next() * 3)
    return Array.from({ length }, () => letters[Math.floor(next() * letters.length)]).join('')
  })
  return { words, pick: () => words[Math.floor(types ** next()) - 1] as string }
}

const written = '2026-01-01T00:00:00.000Z'

/** Every tenth article is a copy of the one before, with other words in places. */
async function writeArticles(
  folder: string,
): Promise<{ words: string[]; bytes: number; sample: string }> {
  await rm(folder, { recursive: true, force: true })
  const paths = projectPaths(folder)
  await writeStored(paths.project, storedProject, {
    id: 'p-bench',
    title: 'قياس',
    created: written,
    scheme: defaultScheme,
  })
  const next = chance(7)
  const { words, pick } = vocabulary(next)
  const phrase = () => `${before[Math.floor(next() * before.length)]}${pick()}`
  let bytes = 0
  let last: string[] = []
  let sample = ''
  const texts = Array.from({ length: articles }, (_, at) => {
    if (at % 10 === 9) last = last.map(word => (next() < 0.03 ? phrase() : word))
    else {
      last = []
      for (let length = 0; length < size; ) {
        const word = phrase()
        const mark = next()
        last.push(mark < 0.05 ? `${word}.\n` : mark < 0.12 ? `${word}،` : word)
        length += 2 * word.length + 1
      }
    }
    return last.join(' ')
  })
  await inParallel(texts, 16, async text => {
    const textDigest = digestOf(text)
    const id = idOfDigest(textDigest)
    await mkdir(dirname(paths.documentText(id)), { recursive: true })
    await writeFile(paths.documentText(id), text)
    bytes += Buffer.byteLength(text)
    if (sample.length < 4_000_000) sample += text
    const record = storedDocument.stringify({
      id,
      title: text.slice(0, 40).trim(),
      outlet: `وكالة ${id.slice(0, 1)}`,
      published: `2024-0${1 + (Number.parseInt(id.slice(0, 2), 16) % 9)}-11`,
      textDigest,
      length: text.length,
      regions: [],
      origin: {
        file: 'a.txt',
        kind: 'txt',
        encoding: 'utf-8',
        bom: false,
        lineEnds: 'lf',
        imported: written,
      },
    })
    await writeFile(paths.documentRecord(id), record)
  })
  return { words, bytes, sample }
}

/** The thread the app searches in, asked directly so that its own memory can be read. */
function searching(script: string) {
  const thread = new Worker(script, searchLimits)
  let number = 0
  const ask = (question: SearchQuestion) =>
    new Promise<unknown>((done, failed) => {
      const mine = number++
      const heard = (said: Said) => {
        if (said.number !== mine || said.kind === 'progress') return
        thread.off('message', heard)
        if (said.kind === 'answer') done(said.answer)
        else failed(new Error(JSON.stringify(said.failure)))
      }
      thread.on('message', heard)
      thread.postMessage({ kind: 'ask', number: mine, question } satisfies Told<
        SearchQuestion,
        Touched
      >)
    })
  return { ask, end: () => thread.terminate() }
}

const page = { order: 'document', offset: 0, limit: 100 } as const

/** What this process holds in memory, its threads included (MB). */
const resident = () => process.memoryUsage().rss / 1e6

export async function measureSearch(root: string, folder: string): Promise<Part> {
  const project = join(folder, 'search')
  const { words, bytes, sample } = await writeArticles(project)
  fold('')
  const foldings: number[] = []
  for (let at = 0; at < 5; at++) foldings.push(await timed(() => fold(sample)))
  const foldRate = Buffer.byteLength(sample) / 1000 / median(foldings)

  const script = join(root, 'out', 'main', 'search-worker.mjs')
  globalThis.gc?.()
  const empty = resident()
  const first = searching(script)
  const query = (text: string, more: object = {}) =>
    ({ kind: 'query', folder: project, asked: { ...page, ...more, query: text } }) as const
  const indexing = await timed(() => first.ask(query(words[500] as string)))
  const memory = resident() - empty

  const [a, b, c, d] = [words[3], words[40], words[700], words[9000]] as [
    string,
    string,
    string,
    string,
  ]
  const queries = [
    ...words.slice(5, 15),
    ...words.slice(300, 310),
    ...words.slice(20_000, 20_010),
    `${a} ${b}`,
    `${b} -${a}`,
    `${c} | ${d}`,
    `"${a} ${b}"`,
    `${b} ~5 ${c}`,
    `${c}*`,
    `${c} outlet:"وكالة a"`,
    `${b} date:2024-03..2024-05`,
  ]
  const times: number[] = []
  const pages: number[] = []
  for (const text of queries) {
    times.push(await timed(() => first.ask(query(text, { limit: 1 }))))
    // The same question in another order is asked anew; its page is a hundred lines.
    pages.push(await timed(() => first.ask(query(`${text} `))))
  }
  const sorted = await timed(() => first.ask(query(b, { order: 'after' })))
  let groups = 0
  const copies = await timed(async () => {
    const found = await first.ask({ kind: 'copies', folder: project })
    groups = (found as CopyGroup[]).length
  })
  await first.end()
  const second = searching(script)
  const reopening = await timed(() => second.ask(query(words[500] as string)))
  await second.end()

  return {
    id: 'search',
    title: `Searching ${articles.toLocaleString('en')} articles`,
    intro: `${figure(bytes / 1e6)} MB of generated Arabic in ${articles.toLocaleString('en')} articles, words of about 1/rank frequency from ${types.toLocaleString('en')} types, half of them with something written before them, every tenth article a copy with 3 % of its words changed. Asked of the thread the app searches in, the message there and back included. ${queries.length} queries: frequent, middling and rare words, and, not, or, phrase, near, prefix, filters; all hits counted, by document and month.`,
    columns: ['', 'median', 'slowest'],
    rows: [
      ['query: all hits found and counted, ms', figure(median(times)), figure(most(times))],
      ['first page of 100 lines, ms', figure(median(pages)), figure(most(pages))],
      ['hits of a frequent word sorted by what follows, ms', figure(sorted), '–'],
      ['opening again with the index on the disk, ms', figure(reopening), '–'],
      ['copies: groups found', String(groups), '–'],
    ],
    ratios: [
      {
        name: 'indexing from nothing',
        value: indexing / 1000,
        target: 30,
        better: 'lower',
        unit: ' s',
      },
      {
        name: 'memory of the index and its thread',
        value: memory,
        target: 300,
        better: 'lower',
        unit: ' MB',
      },
      { name: 'query, median', value: median(times), target: 30, better: 'lower', unit: ' ms' },
      {
        name: 'first page, slowest',
        value: most(pages),
        target: 100,
        better: 'lower',
        unit: ' ms',
      },
      { name: 'copies among all', value: copies / 1000, target: 60, better: 'lower', unit: ' s' },
      { name: 'folding', value: foldRate, target: 20, better: 'higher', unit: ' MB/s' },
    ],
  }
}
