import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import { createApp } from '../../src-main/app.ts'

let root: string
export let project: string
export let news: string
export let events: AppEvent[]
let app: ReturnType<typeof createApp>

/** A project of its own for each test, a folder of news beside it, and what the app says meanwhile. */
export function inImportProject() {
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'isnad-import-'))
    project = join(root, 'project')
    news = join(root, 'news')
    await mkdir(news)
    events = []
    app = createApp(
      {
        kind: 'cli',
        version: '0',
        userData: join(root, 'user'),
        sample: join(root, 'sample'),
        emit: event => events.push(event),
        now: () => new Date('2024-02-01T10:00:00Z'),
      },
      (method, error) => {
        throw new Error(`a bug in ${method}`, { cause: error })
      },
    )
    await ask('project.create', { folder: project, title: 'قمح' })
  })

  afterEach(() => rm(root, { recursive: true, force: true }))
}

export async function ask<M extends Method>(method: M, input: Asked<M>): Promise<Output<M>> {
  const result = await app(method, input)
  if (!result.ok) throw Object.assign(new Error(result.failure.code), { failure: result.failure })
  return result.value as Output<M>
}

export const run = (paths: string[], more: Partial<Asked<'import.run'>> = {}) =>
  ask('import.run', { project, paths, job: 'j', ...more })

export async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(news, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

export const reasons = (report: Output<'import.run'>) =>
  report.rejected.map(({ file: path, failure }) => [basename(path), failure.code])

/** Every file of the project but its caches. */
export async function projectFiles(): Promise<string[]> {
  const found = await readdir(project, { recursive: true, withFileTypes: true })
  return found
    .filter(entry => entry.isFile() && !entry.parentPath.includes('.isnad'))
    .map(entry => entry.name)
    .sort()
}
