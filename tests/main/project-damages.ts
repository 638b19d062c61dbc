import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { storedActor } from '../../annotations/model/stored.ts'
import { readStored, writeStored } from '../../src-main/storage/json-file.ts'
import { editRecord, editSet, inRecord, inSet, inText, type Project } from './checked-project.ts'
import { textOf } from './temp-project.ts'

export const damages: [
  string,
  (project: Project) => Promise<unknown>,
  (project: Project) => string[][],
][] = [
  [
    'project.json cut off',
    ({ paths }) => writeFile(paths.project, '{'),
    () => [['error', 'project.json', 'not-json']],
  ],
  [
    'a project of a newer version',
    async ({ paths }) =>
      writeFile(
        paths.project,
        (await textOf(paths.project)).replace('isnad-project/1', 'isnad-project/2'),
      ),
    () => [['error', 'project.json', 'newer-format']],
  ],
  [
    'a text that was edited',
    ({ paths, first }) => writeFile(paths.documentText(first.id), `${first.text}x`),
    project => [['error', inText(project), 'text-changed']],
  ],
  [
    'a text that is gone',
    ({ paths, first }) => rm(paths.documentText(first.id)),
    project => [['error', inText(project), 'not-found']],
  ],
  [
    'a text without a record',
    async ({ paths, third }) => {
      await rm(paths.documentRecord(third.id))
      await rm(paths.set('gold', third.id))
    },
    ({ third }) => [['warning', `documents/${third.id.slice(0, 2)}/${third.id}.txt`, 'text-alone']],
  ],
  [
    'a record that is broken',
    ({ paths, first }) => writeFile(paths.documentRecord(first.id), '[]'),
    project => [['error', inRecord(project), 'wrong-shape']],
  ],
  [
    'a record of another length',
    project => editRecord(project, { length: 3 }),
    project => [['error', inRecord(project), 'wrong-length']],
  ],
  [
    'a record of another document',
    project => editRecord(project, { id: project.second.id }),
    project => [['error', inRecord(project), 'other-document']],
  ],
  [
    'a digest that is not of this document',
    project => editRecord(project, { textDigest: `sha256:${'0'.repeat(64)}` }),
    project => [
      ['error', inSet(project).replace('ليلى', 'عمر'), 'other-text'],
      ['error', inSet(project), 'other-text'],
      ['error', inRecord(project), 'id-not-of-text'],
      ['error', inText(project), 'text-changed'],
    ],
  ],
  [
    'a region that ends beyond the text',
    project => editRecord(project, { regions: [{ kind: 'title', start: 3, end: 9999 }] }),
    project => [['error', inRecord(project), 'region-outside-text']],
  ],
  [
    'regions over one another',
    project =>
      editRecord(project, {
        regions: [
          { kind: 'title', start: 3, end: 9 },
          { kind: 'caption', start: 5, end: 12 },
        ],
      }),
    project => [['error', inRecord(project), 'regions-overlap']],
  ],
  [
    'a set that is broken',
    ({ paths, first }) => writeFile(paths.set('ليلى', first.id), ''),
    project => [['error', inSet(project), 'not-json']],
  ],
  [
    'a set of another annotator',
    project => editSet(project, set => ({ ...set, annotator: 'سعاد' })),
    project => [['error', inSet(project), 'other-annotator']],
  ],
  [
    'a set on a document the project has not',
    async ({ paths, first }) => {
      await rm(paths.documentRecord(first.id))
      await rm(paths.documentText(first.id))
      await rm(paths.set('عمر', first.id))
    },
    project => [['error', inSet(project), 'no-document']],
  ],
  [
    'an annotation whose words are not there',
    project =>
      editSet(project, set => ({
        ...set,
        annotations: set.annotations.map(one =>
          one.id === 'q1' ? { ...one, spans: [{ start: 4, end: 6, quote: 'قا' }] } : one,
        ),
      })),
    project => [['error', inSet(project), 'quote-differs']],
  ],
  [
    'a label the scheme has not',
    project =>
      editSet(project, set => ({
        ...set,
        annotations: [
          ...set.annotations,
          { id: 'x', label: 'place', spans: [{ start: 0, end: 2, quote: '📷' }], attributes: {} },
        ],
      })),
    project => [['error', inSet(project), 'unknown-label']],
  ],
  [
    'a mention of an actor the register has not',
    ({ paths }) => rm(paths.actor('minister')),
    ({ first, second }) =>
      [
        `annotations/عمر/${first.id.slice(0, 2)}/${first.id}.json`,
        `annotations/ليلى/${first.id.slice(0, 2)}/${first.id}.json`,
        `annotations/ليلى/${second.id.slice(0, 2)}/${second.id}.json`,
      ]
        .sort()
        .map(file => ['warning', file, 'unknown-actor']),
  ],
  [
    'an actor under another name',
    async ({ paths }) => writeFile(paths.actor('other'), await textOf(paths.actor('minister'))),
    () => [['error', 'actors/other.json', 'other-actor']],
  ],
  [
    'an actor whose parent is unknown',
    async ({ paths }) => {
      const actor = await readStored(paths.actor('minister'), storedActor)
      if (actor)
        await writeStored(paths.actor('minister'), storedActor, { ...actor, parent: 'gone' })
    },
    () => [['warning', 'actors/minister.json', 'unknown-parent']],
  ],
  [
    'an actor that is its own parent',
    async ({ paths }) => {
      const actor = await readStored(paths.actor('minister'), storedActor)
      if (actor)
        await writeStored(paths.actor('minister'), storedActor, { ...actor, parent: 'minister' })
    },
    () => [['warning', 'actors/minister.json', 'own-ancestor']],
  ],
  [
    'files that are nobody’s',
    async ({ paths, first }) => {
      await writeFile(join(paths.documents, 'notes.docx'), '')
      await writeFile(`${paths.set('ليلى', first.id)}.orig`, '')
      await mkdir(join(paths.annotations, 'a:b'))
    },
    project => [
      ['warning', 'annotations/a:b', 'foreign-file'],
      ['warning', `${inSet(project)}.orig`, 'foreign-file'],
      ['warning', 'documents/notes.docx', 'foreign-file'],
    ],
  ],
  [
    'what a write cut short left behind',
    async ({ paths }) => {
      await writeFile(join(paths.folder, '.isnad-1.tmp'), '')
      await writeFile(join(paths.actors, '.isnad-2.tmp'), '')
    },
    () => [
      ['warning', '.isnad-1.tmp', 'temporary-file'],
      ['warning', 'actors/.isnad-2.tmp', 'temporary-file'],
    ],
  ],
  [
    'a set in the wrong drawer',
    async ({ paths, first }) => {
      const path = paths.set('عمر', first.id)
      const wrong = join(dirname(dirname(path)), first.id.startsWith('00') ? '01' : '00')
      await mkdir(wrong)
      await rename(path, join(wrong, `${first.id}.json`))
    },
    ({ first }) => [
      [
        'warning',
        `annotations/عمر/${first.id.startsWith('00') ? '01' : '00'}/${first.id}.json`,
        'misplaced-file',
      ],
    ],
  ],
]
