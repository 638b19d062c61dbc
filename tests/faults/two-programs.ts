import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { applyChanges } from '../../annotations/model/change.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { type KnownSet, knownSet } from './known-set.ts'
import { type Served, served } from './own-program.ts'
import type { Part, Row } from './part.ts'
import { article, smallProject } from './small-project.ts'

type Interleaving = {
  cli: string
  folder: string
  /** How often a handful of calls is made at once, and everything looked at after. */
  rounds: number
  seed: number
  /** Every how many rounds a program is killed. */
  kill: number
  say?: (line: string) => void
}

const programs = 3
const names = ['سعاد', 'عمر'] as const

/** A program that edits, and which revision of each set it believes to be the last. */
type Client = { served: Served; revisions: Map<KnownSet, number> }

/** Documents of the same words, so that one program has more than one log open. */
async function documents({ done, project, inbox }: Awaited<ReturnType<typeof smallProject>>) {
  const more = join(inbox, 'second.txt')
  await writeFile(more, `${article}\nخبر ثانٍ.\n`)
  await done('import.run', { project, paths: [more], job: 'more' })
  const { documents } = await done('project.open', { folder: project })
  return documents.map(({ id }) => id)
}

/**
 * Fault (d): programs on one folder that save, read, open, let go of their locks and are killed, a handful of calls at
 * once, in an order that a seed decides; a synchronising program writes between. Whatever is acknowledged stays.
 */
export async function interleaved(asked: Interleaving): Promise<Row> {
  const { cli, folder, rounds, seed, kill, say } = asked
  const random = xoroshiro128plus(seed)
  const chance = () => uniformFloat64(random)
  const pick = <T>(items: readonly T[]) => items[Math.floor(chance() * items.length)] as T

  const small = await smallProject(folder)
  const { project, done } = small
  const paths = projectPaths(project)
  const sets: KnownSet[] = []
  for (const id of await documents(small)) {
    const { text } = await done('documents.read', { project, id })
    for (const name of names) sets.push(knownSet(paths, name, id, { text }))
  }
  const start = async (at: number): Promise<Client> => {
    const home = join(folder, `home-${at}`)
    await mkdir(home, { recursive: true })
    return { served: await served(cli, project, home), revisions: new Map() }
  }
  const clients = await Promise.all(Array.from({ length: programs }, (_, at) => start(at)))
  const row = {
    fault: `${programs} programs on one folder`,
    runs: 0,
    acknowledged: 0,
    lost: 0,
    unopened: 0,
  }
  const answers = { locked: 0, stale: 0, kills: 0, foreign: 0 }

  async function readBy({ served: { call }, revisions }: Client, set: KnownSet) {
    const { annotator, documentId } = set
    const read = await call('sets.read', { project, documentId, annotator })
    if (read.ok) revisions.set(set, read.value.set.revision)
  }

  async function saveBy(client: Client, set: KnownSet) {
    const { served, revisions } = client
    const { annotator, documentId } = set
    if (!revisions.has(set)) await readBy(client, set)
    const edit = set.edit()
    const { changes } = edit
    const saved = await served
      .call('sets.save', {
        project,
        documentId,
        annotator,
        revision: revisions.get(set) ?? 0,
        actions: [{ changes }],
      })
      .catch(() => undefined)
    if (!saved) set.mayHaveMade(edit)
    else if (saved.ok) {
      set.acknowledge(edit, saved.value.revision)
      revisions.set(set, Math.max(revisions.get(set) ?? 0, saved.value.revision))
    } else if (saved.failure.code === 'locked') answers.locked++
    else if (saved.failure.code === 'stale-revision') {
      answers.stale++
      revisions.delete(set)
    } else throw new Error(`a save was refused: ${JSON.stringify(saved.failure)}`)
  }

  async function step(client: Client, set: KnownSet, what: number): Promise<void> {
    const { call } = client.served
    const { annotator } = set
    if (what < 0.66) return saveBy(client, set)
    if (what < 0.8) await call('project.annotate-as', { project, annotator })
    else if (what < 0.88) return readBy(client, set)
    else if (what < 0.96) await call('project.hold', { project, annotator })
    else {
      const opened = await call('project.open', { folder: project })
      if (!opened.ok || opened.value.unreadable.some(({ code }) => code !== 'conflict-copy'))
        row.unopened++
    }
  }

  /** A synchronising program brings a later revision of a set, and knows nothing of locks and logs. */
  async function bring(set: KnownSet, round: number): Promise<void> {
    const path = paths.set(set.annotator, set.documentId)
    const stored = storedSet.parse(await readFile(path, 'utf8').catch(() => ''))
    if (!stored.ok) return
    const edit = set.edit()
    const revision = stored.value.revision + 1
    const updated = new Date(Date.UTC(2031, 0, 1) + round).toISOString()
    const next = { ...applyChanges(stored.value, edit.changes), revision, updated }
    await writeFile(`${path}.sync`, storedSet.stringify(next))
    await rename(`${path}.sync`, path)
    set.wroteForeign(edit, revision)
    answers.foreign++
  }

  // What a synchronising program calls the second of two versions: it is named, and neither read nor touched.
  const first = sets[0] as KnownSet
  const shard = join(paths.annotations, 'ليلى', first.documentId.slice(0, 2))
  const copy = join(shard, `${small.id} (conflicted copy 2026-03-01).json`)
  const copied = await readFile(paths.set('ليلى', small.id))
  await mkdir(shard, { recursive: true })
  await writeFile(copy, copied)

  for (let round = 0; round < rounds; round++) {
    const steps = Array.from({ length: 2 + Math.floor(chance() * 4) }, () => ({
      client: Math.floor(chance() * programs),
      // Most of what is done at once is about the same set.
      set: chance() < 0.7 ? (sets[round % sets.length] as KnownSet) : pick(sets),
      what: chance(),
      wait: Math.floor(chance() * 5),
    }))
    const victim = (round + 1) % kill === 0 ? Math.floor(chance() * programs) : undefined
    const dying = Math.floor(chance() * 8)
    await Promise.all([
      ...steps.map(async ({ client, set, what, wait }) => {
        if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
        await step(clients[client] as Client, set, what).catch(error => {
          // A call to a program that was just killed.
          if (client !== victim || !(error instanceof TypeError)) throw error
        })
      }),
      victim !== undefined &&
        new Promise(resolve => setTimeout(resolve, dying)).then(() =>
          clients[victim]?.served.stop('SIGKILL'),
        ),
    ])
    if (victim !== undefined) {
      answers.kills++
      clients[victim] = await start(victim)
    }
    for (const set of sets) await set.look()
    if (chance() < 0.05) await bring(pick(sets), round)
    row.runs++
    if (say && row.runs % 500 === 0) say(`${row.runs} rounds, ${JSON.stringify(answers)}`)
  }
  for (const client of clients) await client.served.stop('SIGTERM')
  for (const set of sets) {
    await set.look()
    await set.lookAtLog()
    const { lost, ghosts, twice, unread } = set.found
    row.lost += lost + ghosts + twice
    row.unopened += unread
    row.acknowledged += set.acknowledgedCount()
    if (lost + ghosts + twice + unread > 0) say?.(`${set.annotator}: ${JSON.stringify(set.found)}`)
  }
  const { unreadable } = await small.done('project.open', { folder: project })
  row.unopened += unreadable.filter(({ code }) => code !== 'conflict-copy').length
  if (!unreadable.some(({ code }) => code === 'conflict-copy')) row.lost++
  if (!copied.equals(await readFile(copy))) row.lost++
  const { locked, stale, kills, foreign } = answers
  const notes = `${locked} refused for another's lock, ${stale} for a later revision, ${foreign} written by a third program, ${kills} killed`
  return { ...row, notes } as Row
}

export const twoPrograms: Part = {
  id: 'programs',
  run: async ({ cli, folder, rounds, say }) => [
    await interleaved({ cli, folder, rounds, seed: Date.now() % 2 ** 31, kill: 100, say }),
  ],
}
