import { readFile } from 'node:fs/promises'
import { storedSet } from '../../annotations/model/stored.ts'
import { edit, missing } from './editing.ts'
import { type Served, served } from './own-program.ts'
import type { Part, Row } from './part.ts'
import { smallProject } from './small-project.ts'

/** Milliseconds of editing before a kill, at most. */
const longest = 120

type Killing = { cli: string; folder: string; kills: number; say?: (line: string) => void }

/** Edit as fast as acknowledgements come, until the program is gone; the number of the last acknowledged edit. */
async function editUntilGone(
  { call }: Served,
  asked: { project: string; documentId: string; annotator: string },
  text: string,
  from: { revision: number; last: number },
): Promise<number> {
  let { revision, last } = from
  try {
    for (;;) {
      const actions = [{ changes: edit(text, last + 1) }]
      const saved = await call('sets.save', { ...asked, revision, actions })
      if (!saved.ok) throw new Error(`refused: ${JSON.stringify(saved.failure)}`)
      revision = saved.value.revision
      last++
    }
  } catch (error) {
    if ((error as Error).message.startsWith('refused')) throw error
    return last
  }
}

/**
 * Fault (a): the program is killed at random moments while a client edits as fast as acknowledgements come. After each
 * kill the set's file is looked at as any program would see it, and then the project is opened again.
 */
export async function killed({ cli, folder, kills, say }: Killing): Promise<Row> {
  const { project, home, id, done, paths } = await smallProject(folder)
  const { text } = await done('documents.read', { project, id })
  const annotator = 'سعاد'
  const asked = { project, documentId: id, annotator }
  const row = { fault: 'kill -9 while editing', runs: 0, acknowledged: 0, lost: 0, unopened: 0 }
  let last = -1
  let running = await served(cli, project, home)
  let next = served(cli, project, home)
  for (let at = 0; at < kills; at++) {
    const read = await running.call('sets.read', asked)
    if (!read.ok) {
      row.unopened++
      break
    }
    // An edit that was written and not yet acknowledged stands, and the next is made upon it.
    const { revision, annotations } = read.value.set
    if (annotations.some(annotation => annotation.id === `e${last + 1}`)) last++
    const before = last
    const killing = new Promise<void>(resolve =>
      setTimeout(() => resolve(running.stop('SIGKILL')), 5 + ((at * 37) % longest)),
    )
    last = await editUntilGone(running, asked, text, { revision, last })
    await killing
    row.runs++
    row.acknowledged += last - before
    if (last >= 0) {
      const stored = storedSet.parse(await readFile(paths.set(annotator, id), 'utf8'))
      row.lost += stored.ok ? missing(stored.value, last) : last - before
    }
    // Begun while the last one was at work, so that nobody waits for it to load: it has opened nothing yet.
    running = await next
    next = served(cli, project, home)
    const opened = await running.call('project.open', { folder: project })
    if (!opened.ok || opened.value.unreadable.length > 0) row.unopened++
    await running.call('project.hold', { project, annotator })
    const again = await running.call('sets.read', asked)
    row.lost += again.ok ? missing(again.value.set, last) : 1
    if (say && row.runs % 50 === 0) say(`${row.runs} kills, ${row.acknowledged} edits acknowledged`)
  }
  await Promise.all([running.stop('SIGTERM'), next.then(one => one.stop('SIGTERM'))])
  return row
}

export const kills: Part = {
  id: 'kills',
  run: async ({ cli, folder, kills, say }) => [await killed({ cli, folder, kills, say })],
}
