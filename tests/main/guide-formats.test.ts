import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { lossText } from '../../annotations/api/loss-text.ts'
import { type LossKind, lossKinds } from '../../annotations/formats/exchange/losses.ts'
import { type FormatId, formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedProject } from '../../annotations/model/stored.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { documentOf } from '../arabic-news.ts'
import { guideWords } from './guide-words.ts'
import { appFor, tempFolder } from './temp-project.ts'

const guide = join(import.meta.dirname, '../../docs/guide/formats')
const text = '🔴 قال الناطق: الجسر يُفتح في أيلول 2025.\n'
const at = new Date('2025-01-13T09:30:00.000Z')

/** One sentence with an actor, a date, a claim and its cue, joined: what every page shows in its format. */
async function exampleProject(folder: string): Promise<string> {
  const paths = projectPaths(join(folder, 'project'))
  const document: Document = {
    ...documentOf(text),
    title: 'الجسر',
    outlet: 'صحيفة النهر',
    published: '2025-01-13',
  }
  await writeStored(paths.project, storedProject, {
    id: 'p-guide',
    title: 'دليل',
    created: at.toISOString(),
    scheme: defaultScheme,
  })
  await documentStore(paths).add(document)
  const put = (id: string, label: string, words: string, attributes = {}) => {
    const start = text.indexOf(words)
    const spans = [spanOf(text, start, start + words.length)]
    return { kind: 'put-annotation' as const, annotation: { id, label, spans, attributes } }
  }
  const link = (id: string, type: string, to: string, order?: number) => ({
    kind: 'put-relation' as const,
    relation: { id, type, from: 'c1', to, ...(order !== undefined && { order }) },
  })
  const sets = annotationStore(paths)
  await sets.save({
    document,
    scheme: defaultScheme,
    annotator: 'ليلى',
    revision: 0,
    at,
    actions: [
      {
        kind: 'edit',
        changes: [
          put('q1', 'cue', 'قال'),
          put('a1', 'actor', 'الناطق', { kind: 'person' }),
          put('c1', 'claim', 'الجسر يُفتح في أيلول 2025', { stance: 'asserts' }),
          put('d1', 'date', 'أيلول 2025', {
            value: { type: 'DATE', value: '2025-09', calendar: 'gregorian' },
          }),
          link('r1', 'source', 'a1', 1),
          link('r2', 'cue', 'q1', 1),
          link('r3', 'about', 'd1'),
        ],
      },
    ],
  })
  return paths.folder
}

/** Which kinds of loss a format may have, by what it says of itself. */
function lossesOf(id: FormatId): LossKind[] {
  const can = formatOf(id).capabilities
  const may: Partial<Record<LossKind, boolean>> = {
    labels: can.onlyLabel !== undefined,
    overlaps: !can.overlap,
    discontinuous: !can.discontinuous,
    'sub-word': !can.subWord,
    'white-space': can.trims !== 'nothing',
    attributes: !can.attributes,
    relations: !can.relations,
    order: !can.order && can.relations,
    metadata: !can.metadata,
    'empty-sets': !can.emptySets,
    'control-characters': !can.controls,
    comments: formatOf(id).comments !== 'all',
  }
  return lossKinds.filter(kind => may[kind])
}

const kindOf = (file: string) =>
  ({
    '.json': 'json',
    '.jsonl': 'json',
    '.jsonld': 'json',
    '.xml': 'xml',
    '.xmi': 'xml',
    '.tml': 'xml',
    '.csv': 'csv',
  })[file.slice(file.lastIndexOf('.'))] ?? 'text'

const words = {
  en: {
    offsets: 'Offsets',
    unit: {
      'utf-16': 'UTF-16 units',
      'code points': 'code points',
      'utf-16 and code points': 'UTF-16 units and code points',
      tokens: 'none: rows are words',
    },
    choice: '; the other unit with `--offsets`',
    lost: 'What it cannot hold',
    nothing: 'Nothing is lost.',
    export: 'Export and import',
    example: 'The example',
    exampleText: 'One sentence, as this format writes it:',
    other: '[العربية](../ar/',
  },
  ar: {
    offsets: 'المواضع',
    unit: {
      'utf-16': 'بوحدات UTF-16',
      'code points': 'بنقاط الترميز',
      'utf-16 and code points': 'بالوحدتين: UTF-16 ونقاط الترميز',
      tokens: 'لا مواضع: كل سطر كلمة',
    },
    choice: '، وبالوحدة الأخرى مع ‎`--offsets`‎',
    lost: 'ما لا يتّسع له',
    nothing: 'لا يُفقد شيء.',
    export: 'التصدير والاستيراد',
    example: 'المثال',
    exampleText: 'جملة واحدة كما يكتبها هذا النسق:',
    other: '[English](../en/',
  },
} as const

function pageOf(id: FormatId, language: 'ar' | 'en', files: readonly [string, string][]): string {
  const { name, offsets, units, layout, extension, reader } = formatOf(id)
  const say = words[language]
  const { what, use } = guideWords[id]
  const lost = lossesOf(id).map(
    kind => `* ${lossText(kind, '', language).replace(/[:：]\s*$/, '')}`,
  )
  const out = layout === 'folder' ? 'OUT' : `OUT${extension}`
  const body = [
    `# ${name}`,
    '',
    what[language],
    '',
    use[language],
    '',
    `**${say.offsets}:** ${say.unit[offsets]}${units.length > 1 && id !== 'isnad' ? say.choice : ''}.`,
    '',
    `## ${say.lost}`,
    '',
    ...(lost.length > 0 ? lost : [say.nothing]),
    '',
    `## ${say.export}`,
    '',
    '```',
    `isnad export PROJECT --format ${id} --out ${out}`,
    ...(reader ? [`isnad import PROJECT ${out} --format ${id}`] : []),
    '```',
    '',
    `## ${say.example}`,
    '',
    say.exampleText,
    '',
    ...files.flatMap(([file, content]) => [
      `\`${file}\``,
      '',
      `\`\`\`${kindOf(file)}`,
      content.trimEnd(),
      '```',
      '',
    ]),
    `${say.other}${id}.md)`,
    '',
  ]
  const page = body.join('\n')
  return language === 'ar' ? `<div dir="rtl">\n\n${page}\n</div>\n` : page
}

async function filesIn(path: string, below = ''): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (const entry of (await readdir(join(path, below), { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const file = join(below, entry.name)
    if (entry.isDirectory()) found.push(...(await filesIn(path, file)))
    else if (entry.name !== 'README.md')
      found.push([file, await readFile(join(path, file), 'utf8')])
  }
  return found
}

/** Long files are shown by how they begin. */
const shown = ([file, content]: [string, string]): [string, string] => {
  const lines = content.split('\n')
  return [file, lines.length > 45 ? [...lines.slice(0, 40), '…'].join('\n') : content]
}

function same(path: string, given: string) {
  // A checkout has LF everywhere; that CSV ends its rows with CRLF is not for a page to show.
  const text = given.replaceAll('\r\n', '\n')
  if (process.env.ISNAD_RENEW) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : `no ${path}`).toBe(text)
}

test('the guide has a page for each format in both languages, its examples what the code writes', async () => {
  const folder = await tempFolder()
  const project = await exampleProject(folder)
  const { done } = appFor(folder)
  for (const id of formatIds) {
    const { layout, extension } = formatOf(id)
    const place = join(folder, id)
    mkdirSync(place)
    const out = join(place, layout === 'folder' ? 'out' : `example${extension}`)
    await done('export.run', { project, job: 'job', format: id, out, lossy: true })
    const files = (await filesIn(layout === 'folder' ? out : place)).map(shown)
    for (const language of ['ar', 'en'] as const)
      same(join(guide, language, `${id}.md`), pageOf(id, language, files))
  }
  const list = (language: 'ar' | 'en') =>
    formatIds.map(
      id =>
        `* [${formatOf(id).name}](${id}.md): ${guideWords[id].what[language].split(/(?<=[.:])\s/)[0]}`,
    )
  same(join(guide, 'en', 'README.md'), ['# Formats', '', ...list('en'), ''].join('\n'))
  same(
    join(guide, 'ar', 'README.md'),
    ['<div dir="rtl">', '', '# الأنساق', '', ...list('ar'), '', '</div>', ''].join('\n'),
  )
})
