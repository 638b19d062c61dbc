import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Output } from '../../annotations/api/contract.ts'
import type { Result } from '../../annotations/api/result.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { edit, missing } from './editing.ts'
import { type Served, served } from './own-program.ts'
import type { Part, Row } from './part.ts'
import { mainSide, smallProject } from './small-project.ts'

/** What is done the first time, whoever asks how often. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** Milliseconds of editing before a kill, at most. */
const longest = 120

type Killing = {
  cli: string
  folder: string
  kills: number
  /** Milliseconds after which no more are begun, on a machine that has no time. */
  within?: number
  say?: (line: string) => void
}

/** Edit as fast as acknowledgements come, until the program is gone; the number of the last acknowledged edit. */
async function editUntilGone(
  { call }: Served,
  asked: { project: string; documentId: string; annotator: string },
  text: string,
  from: { revision: number; last: number },
  made: (edits: number) => void,
): Promise<number> {
  let { revision, last } = from
  try {
    for (;;) {
      const actions = [{ changes: edit(text, last + 1) }]
      const saved = await call('sets.save', { ...asked, revision, actions })
      if (!saved.ok) throw new Error(`refused: ${JSON.stringify(saved.failure)}`)
      revision = saved.value.revision
      last++
      made(last - from.last)
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
export async function killed({ cli, folder, kills, within, say }: Killing): Promise<Row> {
  const began = performance.now()
  const { project, home, id, done, paths } = await smallProject(folder)
  const { text } = await done('documents.read', { project, id })
  const annotator = 'سعاد'
  const asked = { project, documentId: id, annotator }
  const row = { fault: 'kill -9 while editing', runs: 0, acknowledged: 0, lost: 0, unopened: 0 }
  let last = -1
  let running = await served(cli, project, home)
  let next = served(cli, project, home)
  for (let at = 0; at < kills; at++) {
    if (within !== undefined && performance.now() - began > within) break
    const read = await running.call('sets.read', asked)
    if (!read.ok) {
      row.unopened++
      break
    }
    // An edit that was written and not yet acknowledged stands, and the next is made upon it.
    const { revision, annotations } = read.value.set
    if (annotations.some(annotation => annotation.id === `e${last + 1}`)) last++
    const before = last
    // Half of them at a moment by the clock, half so soon after an acknowledgement, however slow the machine is.
    const soon = 5 + ((at * 37) % longest)
    const kill = once(() => running.stop('SIGKILL'))
    if (at % 2 === 0) setTimeout(kill, soon)
    const after = (edits: number) => {
      if (at % 2 === 1 && edits === 1 + (at % 7)) setTimeout(kill, soon % 12)
    }
    last = await editUntilGone(running, asked, text, { revision, last }, after)
    await kill()
    row.runs++
    row.acknowledged += last - before
    if (last >= 0) {
      const stored = storedSet.parse(await readFile(paths.set(annotator, id), 'utf8'))
      row.lost += stored.ok ? missing(stored.value, last) : last - before
    }
    // Begun while the last one was at work, so that nobody waits for it to load: it has opened nothing yet.
    running = await next
    next = served(cli, project, home)
    // By a program that comes anew; this one, which is to be killed, would watch the folder besides.
    const looking = mainSide(join(folder, 'looking'))
    const opened = (await looking.dispatch('project.open', { folder: project })) as Result<
      Output<'project.open'>
    >
    // It watches the folder from now on; hundreds of them would be all the machine does.
    await looking.close()
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
