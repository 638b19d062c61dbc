import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storedSet } from '../../annotations/model/stored.ts'
import { withDiskHooks } from './disk-hooks.ts'
import { edit, missing } from './editing.ts'
import type { Part, Row } from './part.ts'
import { smallProject } from './small-project.ts'

export const codes = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EPERM'] as const
type Code = (typeof codes)[number]

/** Calls that a save makes, at the most; a fault beyond them all is none. */
const mostCalls = 60

/**
 * Fault (b), one code: a save is made with the `n`th call to the disk refused, for every `n`. What the analyst has stays
 * with her; when the cause is gone the same save is made, and everything acknowledged is there.
 */
export async function refusedAt(folder: string, code: Code): Promise<Row> {
  const { project, id, done, dispatch, paths } = await smallProject(folder)
  const { text } = await done('documents.read', { project, id })
  const asked = { project, documentId: id, annotator: 'سعاد' }
  const row = {
    fault: `${code} at each call of a save`,
    runs: 0,
    acknowledged: 0,
    lost: 0,
    unopened: 0,
  }
  let seen = 0
  let revision = 0
  let last = -1
  const save = async () => {
    const actions = [{ changes: edit(text, last + 1) }]
    const saved = (await dispatch('sets.save', { ...asked, revision, actions })) as {
      ok: boolean
      value: { revision: number }
      failure: { code: string; params: { file?: string } }
    }
    if (!saved.ok) return saved.failure
    revision = saved.value.revision
    last++
    row.acknowledged++
    return undefined
  }
  let said = 0
  for (let nth = 1; nth <= mostCalls; nth++) {
    let calls = 0
    let failed = false
    const before = ({ path }: { path: string }) => {
      if (++calls !== nth) return
      failed = true
      throw Object.assign(new Error(code), { code, path })
    }
    const failure = await withDiskHooks({ before }, save)
    seen = Math.max(seen, calls)
    row.runs++
    if (failure?.params.file !== undefined) said++
    // The page would send the same again once the cause is gone.
    if (failure) {
      const again = await save()
      if (again?.code === 'stale-revision') {
        // It had been written and not acknowledged: the page makes its changes again upon what is there.
        revision = (await done('sets.read', asked)).set.revision
        await save()
      } else if (again) row.lost++
    }
    const stored = storedSet.parse(await readFile(paths.set(asked.annotator, id), 'utf8'))
    row.lost += stored.ok ? missing(stored.value, last) : 1
    if (!failed && nth > seen) break
  }
  const { unreadable } = await done('project.open', { folder: project })
  row.unopened += unreadable.length
  return { ...row, notes: `${said} refusals name the file` } as Row
}

/** Fault (b): a disk that is truly full, where a small one can be mounted. */
export async function fullDisk(folder: string): Promise<Row> {
  const disk = join(folder, 'disk')
  await mkdir(disk, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return { fault: 'a full disk', runs: 0, notes: 'not run: no small disk can be mounted here' }
  }
  const row = { fault: 'a full disk', runs: 0, acknowledged: 0, lost: 0, unopened: 0 }
  try {
    const { project, id, done, dispatch, paths } = await smallProject(disk)
    const { text } = await done('documents.read', { project, id })
    const asked = { project, documentId: id, annotator: 'سعاد' }
    let revision = 0
    let last = -1
    const save = async () => {
      const actions = [{ changes: edit(text, last + 1) }]
      const saved = (await dispatch('sets.save', { ...asked, revision, actions })) as {
        ok: boolean
        value: { revision: number }
      }
      if (!saved.ok) return false
      revision = saved.value.revision
      last++
      row.acknowledged++
      return true
    }
    for (let round = 0; round < 20; round++) {
      for (let n = 0; n < 5; n++) if (!(await save())) row.lost++
      const { bavail, bsize } = await statfs(disk)
      const ballast = Buffer.alloc(Math.max(0, bavail * bsize - round * 512))
      // A backup that is kept meanwhile takes of the same room: then the disk is as full as it gets.
      await writeFile(join(disk, 'ballast'), ballast).catch(error => {
        if (error.code !== 'ENOSPC') throw error
      })
      let refused = 0
      for (let n = 0; n < 12 && refused === 0; n++) if (!(await save())) refused++
      const stored = storedSet.parse(await readFile(paths.set(asked.annotator, id), 'utf8'))
      row.lost += stored.ok ? missing(stored.value, last) : 1
      await rm(join(disk, 'ballast'))
      // The cause is gone: saving goes on.
      if (!(await save())) row.lost++
      row.runs++
    }
    const { unreadable } = await done('project.open', { folder: project })
    row.unopened += unreadable.length
    return row
  } finally {
    execFileSync('umount', ['-l', disk], { stdio: 'ignore' })
  }
}

export const disk: Part = {
  id: 'disk',
  async run({ folder }) {
    const rows: Row[] = [await fullDisk(join(folder, 'full'))]
    for (const code of codes) rows.push(await refusedAt(join(folder, code), code))
    return rows
  },
}
