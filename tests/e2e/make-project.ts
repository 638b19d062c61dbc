import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repository } from './repository.ts'

/** A project without documents, made by the command line. */
export async function makeProject(folder: string): Promise<void> {
  const cli = join(repository, 'out', 'main', 'cli.js')
  await promisify(execFile)(process.execPath, [cli, 'init', folder, '--title', 'مشروع جديد'])
}
