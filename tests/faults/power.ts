import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { settleAnnotator } from '../../src-main/storage/settle-annotator.ts'
import { type DiskCall, withDiskHooks } from './disk-hooks.ts'
import { edit, missing } from './editing.ts'
import type { Part, Row } from './part.ts'
import { smallProject } from './small-project.ts'

type Step = DiskCall | { name: 'acknowledged'; path: ''; edit: number }

/** What a power cut leaves: of a file only what was flushed, and of a folder's names only those that were. */
type Model = 'nothing unflushed' | 'names, not bytes' | 'everything, the last write torn'
const models: readonly Model[] = [
  'nothing unflushed',
  'names, not bytes',
  'everything, the last write torn',
]

type File = { now: Uint8Array; flushed: Uint8Array }

function written(file: Uint8Array, bytes: Uint8Array, position: number): Uint8Array {
  const next = new Uint8Array(Math.max(file.length, position + bytes.length))
  next.set(file)
  next.set(bytes, position)
  return next
}

/** A folder tree as a disk sees it: names that lead to files, as they are and as they were last flushed. */
function diskModel() {
  let names = new Map<string, File>()
  const flushedNames = new Map<string, File>()
  let torn: File | undefined

  function play(step: DiskCall) {
    const { name, path } = step
    const file = names.get(path)
    switch (name) {
      case 'create':
        torn = undefined
        names.set(path, { now: new Uint8Array(), flushed: new Uint8Array() })
        break
      case 'write':
        if (!file) return
        torn = {
          now: file.now,
          flushed: written(
            file.now,
            (step.bytes as Uint8Array).slice(0, (step.bytes as Uint8Array).length >> 1),
            step.position ?? 0,
          ),
        }
        file.now = written(file.now, step.bytes as Uint8Array, step.position ?? 0)
        break
      case 'truncate':
        if (file) file.now = file.now.slice(0, step.length)
        break
      case 'sync':
        if (file) file.flushed = file.now
        else
          for (const map of [names])
            for (const [at, known] of map) if (dirname(at) === path) flushedNames.set(at, known)
        if (!file)
          for (const at of [...flushedNames.keys()])
            if (dirname(at) === path && !names.has(at)) flushedNames.delete(at)
        break
      case 'rename':
        if (!file) return
        names.delete(path)
        names.set(step.to as string, file)
        break
      case 'copy':
        if (file) names.set(step.to as string, { now: file.now, flushed: new Uint8Array() })
        break
      case 'unlink':
        names.delete(path)
        break
    }
  }

  function left(model: Model, last: DiskCall | undefined): Map<string, Uint8Array> {
    const files = new Map<string, Uint8Array>()
    const known = model === 'nothing unflushed' ? flushedNames : names
    for (const [path, file] of known)
      files.set(path, model === 'everything, the last write torn' ? file.now : file.flushed)
    if (
      model === 'everything, the last write torn' &&
      last?.name === 'write' &&
      torn &&
      names.has(last.path)
    )
      files.set(last.path, torn.flushed)
    return files
  }

  return {
    play,
    left,
    begin: (files: Map<string, Uint8Array>) => {
      names = new Map([...files].map(([path, bytes]) => [path, { now: bytes, flushed: bytes }]))
      for (const [path, file] of names) flushedNames.set(path, file)
    },
  }
}

async function filesUnder(folder: string): Promise<Map<string, Uint8Array>> {
  const { readdir, readFile } = await import('node:fs/promises')
  const files = new Map<string, Uint8Array>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      files.set(path, await readFile(path))
    }
  return files
}

/**
 * Fault (c): every call of a session of edits is recorded, and for every moment of it the disk is made as a power cut at
 * that moment would leave it, after which the project is brought up to its log as its next opening does.
 */
export async function powerCuts(folder: string, edits: number): Promise<Row[]> {
  const { project, id, done } = await smallProject(folder)
  const { text } = await done('documents.read', { project, id })
  const annotator = 'سعاد'
  const before = await filesUnder(project)
  const steps: Step[] = []
  await withDiskHooks({ after: call => steps.push(call) }, async () => {
    let revision = 0
    for (let n = 0; n < edits; n++) {
      const actions = [{ changes: edit(text, n) }]
      const saved = await done('sets.save', {
        project,
        documentId: id,
        annotator,
        revision,
        actions,
      })
      revision = saved.revision
      steps.push({ name: 'acknowledged', path: '', edit: n })
      // Now and then the hand rests, and a state is kept.
      if (n % 7 === 0) await new Promise(resolve => setTimeout(resolve, 200))
    }
  })
  const rows: Row[] = []
  for (const model of models) {
    const row = { fault: `power cut: ${model}`, runs: 0, acknowledged: 0, lost: 0, unopened: 0 }
    const disk = diskModel()
    disk.begin(before)
    let last = -1
    for (const step of steps) {
      if ('edit' in step) {
        last = step.edit
        continue
      }
      disk.play(step)
      const files = disk.left(model, step)
      const at = await mkdtemp(join(folder, 'cut-'))
      for (const [path, bytes] of files) {
        const to = join(at, relative(project, path))
        await mkdir(dirname(to), { recursive: true })
        await writeFile(to, bytes)
      }
      const here = projectPaths(at)
      try {
        await settleAnnotator(here, annotator)
        const set = await readSet(here, annotator, id)
        if (last >= 0) row.lost += missing(set ?? { annotations: [] }, last)
        row.acknowledged = Math.max(row.acknowledged, last + 1)
      } catch {
        row.unopened++
      }
      row.runs++
      await rm(at, { recursive: true })
    }
    rows.push(row)
  }
  return rows
}

export const power: Part = {
  id: 'power',
  run: ({ folder }) => powerCuts(folder, 60),
}
