import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repository } from './repository.ts'

export const cli = (...words: string[]) =>
  promisify(execFile)(process.execPath, [join(repository, 'out', 'main', 'cli.js'), ...words], {
    env: { ...process.env, ISNAD_LANG: 'en' },
  })

/** Put an article into a project by the command line. */
export async function importText(project: string, text: string, name = 'article.txt') {
  const file = join(await mkdtemp(join(tmpdir(), 'isnad-article-')), name)
  await writeFile(file, text)
  await cli('import', project, file)
}
