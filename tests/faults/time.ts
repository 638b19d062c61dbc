import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { type Edit, type KnownSet, knownSet } from './known-set.ts'
import { movedClock } from './moved-clock.ts'
import { type Served, served } from './own-program.ts'
import type { Part, Row } from './part.ts'
import { type SmallProject, smallProject } from './small-project.ts'

const day = 86_400_000
const jumps = [
  -20 * 365 * day,
  -365 * day,
  -day,
  -3_600_000,
  -1500,
  -1,
  0,
  0,
  1,
  2000,
  3_600_000,
  day,
  400 * day,
  60 * 365 * day,
]
const zones = ['Asia/Baghdad', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'UTC']
const annotator = 'سعاد'

async function setOf({ project, done, id }: SmallProject) {
  const { text } = await done('documents.read', { project, id })
  return knownSet(projectPaths(project), annotator, id, { text })
}

/** One save upon what the program itself says is there; what came of it. */
async function saveBy({ call }: Served, project: string, set: KnownSet): Promise<string> {
  const { documentId } = set
  const edit: Edit = set.edit()
  try {
    const read = await call('sets.read', { project, documentId, annotator })
    if (!read.ok) return read.failure.code
    const { revision } = read.value.set
    const actions = [{ changes: edit.changes }]
    const saved = await call('sets.save', { project, documentId, annotator, revision, actions })
    if (saved.ok) {
      set.acknowledge(edit, saved.value.revision)
      return 'saved'
    }
    // A program that slept in the middle may have logged it, and who took over then has made it.
    if (saved.failure.code === 'stale-revision') set.mayHaveMade(edit)
    return saved.failure.code
  } catch {
    set.mayHaveMade(edit)
    return 'gone'
  }
}

function counted(row: Row, set: KnownSet): Row {
  const { lost, ghosts, twice, unread } = set.found
  return {
    ...row,
    acknowledged: (row.acknowledged ?? 0) + set.acknowledgedCount(),
    lost: (row.lost ?? 0) + lost + ghosts + twice,
    unopened: (row.unopened ?? 0) + unread,
  }
}

type Timed = { cli: string; folder: string; rounds: number; seed: number }

/**
 * Fault (e): while edits are saved, the clock is set back and forth, by a millisecond and by sixty years, and the time
 * zone changed; now and then the program is killed, stopped for a moment, or its set broken and recovered.
 */
export async function clockMoved({ cli, folder, rounds, seed }: Timed): Promise<Row> {
  const random = xoroshiro128plus(seed)
  const chance = () => uniformFloat64(random)
  const pick = <T>(items: readonly T[]) => items[Math.floor(chance() * items.length)] as T
  const small = await smallProject(folder)
  const { project, home, paths } = small
  const set = await setOf(small)
  const clock = await movedClock(folder)
  let running = await served(cli, project, home, clock.env)
  const row: Row = {
    fault: 'the clock jumps, the zone changes',
    runs: 0,
    acknowledged: 0,
    lost: 0,
    unopened: 0,
  }
  const { documentId } = set
  const about = { project, documentId, annotator }
  const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  for (let round = 0; round < rounds; round++) {
    const moving = wait(chance() * 15).then(() => clock.set(pick(jumps), pick(zones)))
    const stopping =
      chance() < 0.2 &&
      wait(chance() * 10).then(async () => {
        running.process.kill('SIGSTOP')
        await wait(30 + chance() * 100)
        running.process.kill('SIGCONT')
      })
    for (let n = 0; n < 4; n++) {
      const said = await saveBy(running, project, set)
      if (said !== 'saved') row.lost = (row.lost ?? 0) + 1
    }
    await Promise.all([moving, stopping])
    await set.look()
    if (chance() < 0.08) {
      // A state is kept once the hand rests; then the file breaks, and its last state is put back.
      await wait(200)
      await writeFile(paths.set(annotator, documentId), '{"half')
      const recovered = await running.call('sets.recover', about)
      if (!recovered.ok) row.unopened = (row.unopened ?? 0) + 1
      await set.look()
    }
    if (chance() < 0.04) {
      await running.stop(chance() < 0.5 ? 'SIGKILL' : 'SIGTERM')
      running = await served(cli, project, home, clock.env)
      const opened = await running.call('project.open', { folder: project })
      if (!opened.ok || opened.value.unreadable.length > 0) row.unopened = (row.unopened ?? 0) + 1
    }
    row.runs++
  }
  // The steps that led here are known without a gap, whatever the clock said at each.
  const history = await running.call('sets.history', about)
  if (!history.ok || history.value.entries.length !== set.acknowledgedCount())
    row.lost = (row.lost ?? 0) + 1
  await running.stop('SIGTERM')
  await set.lookAtLog()
  return counted(row, set)
}

/** Milliseconds until a holder that says nothing is taken for gone, and some. */
const mostSilence = 60_000

/**
 * Fault (e): a program is stopped in the middle of its edits, as a machine is that sleeps; another one takes over once
 * its lock has long been silent, edits, and the first one wakes and goes on where it stood.
 */
async function slept({ cli, folder, rounds, seed }: Timed): Promise<Row> {
  const random = xoroshiro128plus(seed)
  const small = await smallProject(folder)
  const { project } = small
  const set = await setOf(small)
  const homes = [join(folder, 'home-a'), join(folder, 'home-b')]
  for (const home of homes) await mkdir(home)
  let [first, second] = (await Promise.all(homes.map(home => served(cli, project, home)))) as [
    Served,
    Served,
  ]
  const row: Row = {
    fault: 'a program sleeps until another takes over, and wakes',
    runs: 0,
    acknowledged: 0,
    lost: 0,
    unopened: 0,
  }
  const tallies = { refused: 0 }
  for (let round = 0; round < rounds; round++) {
    await saveBy(first, project, set)
    let sleeping = false
    const editing = (async () => {
      while (!sleeping) await saveBy(first, project, set)
    })()
    await new Promise(resolve => setTimeout(resolve, 30 + uniformFloat64(random) * 60))
    sleeping = true
    first.process.kill('SIGSTOP')
    const began = Date.now()
    // Refused as long as its holder may still live; reading goes on.
    for (;;) {
      const said = await saveBy(second, project, set)
      if (said === 'saved') break
      tallies.refused++
      if (Date.now() - began > mostSilence) {
        row.lost = (row.lost ?? 0) + 1
        break
      }
      await new Promise(resolve => setTimeout(resolve, 1000))
    }
    for (let n = 0; n < 5; n++) await saveBy(second, project, set)
    first.process.kill('SIGCONT')
    // Both at once: one is refused, by the lock or by the revision.
    await Promise.all([
      editing,
      ...[first, second, first, second].map(one => saveBy(one, project, set)),
    ])
    await set.look()
    ;[first, second] = [second, first]
    row.runs++
  }
  await Promise.all([first, second].map(one => one.stop('SIGTERM')))
  await set.look()
  const { unreadable } = await small.done('project.open', { folder: project })
  row.unopened = (row.unopened ?? 0) + unreadable.length
  if ((await readFile(paths(project, set))).length === 0) row.unopened++
  return { ...counted(row, set), notes: `${tallies.refused} refused meanwhile` }
}

const paths = (project: string, { documentId }: KnownSet) =>
  projectPaths(project).set(annotator, documentId)

const summed = (rows: readonly [Row, ...Row[]]): Row => {
  const sum = (key: 'runs' | 'acknowledged' | 'lost' | 'unopened') =>
    rows.reduce((total, row) => total + (row[key] ?? 0), 0)
  const [{ fault, notes }] = rows
  const counts = { acknowledged: sum('acknowledged'), lost: sum('lost'), unopened: sum('unopened') }
  return { fault, runs: sum('runs'), ...counts, notes }
}

export const time: Part = {
  id: 'time',
  async run({ cli, folder, rounds }) {
    const seed = Date.now() % 2 ** 31
    const clock = join(folder, 'clock')
    await mkdir(clock)
    const moved = await clockMoved({ cli, folder: clock, rounds: Math.ceil(rounds / 6), seed })
    // Mostly waiting: several at once.
    const sleeping = async (at: number) => {
      const own = join(folder, `sleep-${at}`)
      await mkdir(own)
      return slept({ cli, folder: own, rounds: 3, seed: seed + at })
    }
    const sleeps = await Promise.all([sleeping(1), sleeping(2), sleeping(3), sleeping(4)])
    return [moved, summed(sleeps)]
  },
}
