import { execFile } from 'node:child_process'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { importText } from './import-text.ts'
import { repository } from './repository.ts'

/** Texts by the names of their files. */
export type Articles = Readonly<Record<string, string>>

async function made(articles: Articles): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'isnad-e2e-made-')), 'project')
  const cli = join(repository, 'out', 'main', 'cli.js')
  await promisify(execFile)(process.execPath, [cli, 'init', folder, '--title', 'مشروع جديد'])
  for (const [name, text] of Object.entries(articles)) await importText(folder, text, name)
  return folder
}

/** Projects by what is in them; every test of a worker that begins with the same has a copy of the same. */
const projects = new Map<string, Promise<string>>()

/** A project of these articles and nothing else, made by the command line. */
export async function makeProject(folder: string, articles: Articles): Promise<void> {
  const key = JSON.stringify(articles)
  const project = projects.get(key) ?? made(articles)
  projects.set(key, project)
  await cp(await project, folder, { recursive: true })
}
