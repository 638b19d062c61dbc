import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { storedSet } from '../../annotations/model/stored.ts'
import { isTemporary } from '../../src-main/storage/replace-file.ts'
import { edit, missing } from './editing.ts'
import { served } from './own-program.ts'
import type { Part, Row } from './part.ts'
import { mainSide, smallProject } from './small-project.ts'

type Large = { cli: string; folder: string; documents: number; kills: number }

const names = ['بغداد', 'البصرة', 'الموصل', 'أربيل', 'النجف'] as const
const textOf = (n: number) =>
  `خبر ${n} من ${names[n % names.length]}\n\nقال متحدث إن الاجتماع رقم ${n} تأجّل.\nالجلسة القادمة بعد ${n % 90} يومًا.\n`

/** The command line at work; ended by itself, or in the middle. */
function command(cli: string, home: string, words: string[]) {
  const child: ChildProcess = spawn(process.execPath, [cli, ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ISNAD_HOME: home, ISNAD_LANG: 'en' },
  })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', part => {
    said += part
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  return { child, ended }
}

async function temporaries(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true })
  return found.filter(name => isTemporary(basename(name))).map(name => join(folder, name))
}

/** What a crash leaves is swept a day after; here the day is over. */
async function aged(files: readonly string[]): Promise<void> {
  const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  for (const file of files) await utimes(file, before, before)
}

/**
 * Fault (f): a large project whose import, index, export and bulk saving are killed in the middle, over and over, while
 * one set of it is edited. Nothing acknowledged is lost, it opens after each, what was killed can be done again and is
 * then whole, and nothing half-written stays.
 */
export async function large({ cli, folder, documents, kills }: Large): Promise<Row[]> {
  const small = await smallProject(folder)
  const { project, home, id, paths } = small
  const { text } = await small.done('documents.read', { project, id })
  const inbox = join(folder, 'many')
  await mkdir(inbox)
  for (let n = 0; n < documents; n++) await writeFile(join(inbox, `${n}.txt`), textOf(n))
  const annotator = 'سعاد'
  let last = -1
  let revision = 0

  const rows: Row[] = []
  const begin = (fault: string): Row => {
    const row = { fault, runs: 0, acknowledged: 0, lost: 0, unopened: 0 }
    rows.push(row)
    return row
  }
  const lose = (row: Row, n = 1) => {
    row.lost = (row.lost ?? 0) + n
  }

  async function editAFew(row: Row): Promise<void> {
    for (let n = 0; n < 3; n++) {
      const actions = [{ changes: edit(text, last + 1) }]
      const saved = await small.done('sets.save', {
        project,
        documentId: id,
        annotator,
        revision,
        actions,
      })
      revision = saved.revision
      last++
      row.acknowledged = (row.acknowledged ?? 0) + 1
    }
  }

  /** Opened as by somebody who comes anew; the edits are there. */
  async function look(row: Row): Promise<number> {
    const { done, close } = mainSide(join(folder, 'home-looking'))
    const opened = await done('project.open', { folder: project })
    await close()
    if (opened.unreadable.length > 0) row.unopened = (row.unopened ?? 0) + 1
    const stored = storedSet.parse(await readFile(paths.set(annotator, id), 'utf8'))
    lose(row, stored.ok ? missing(stored.value, last) : 1)
    return opened.documents.length
  }

  /** A command killed over and over, each time later in its work, and then done to its end. */
  async function killedOver(row: Row, words: string[], whole: () => Promise<void>): Promise<void> {
    const began = performance.now()
    await editAFew(row)
    // How long it takes undisturbed is known after the first; the first few are killed early.
    let length = 1500
    for (let n = 0; n < kills; n++) {
      const { child, ended } = command(cli, home, words)
      const at = (length * (n + 1)) / (kills + 1)
      const timer = setTimeout(() => child.kill('SIGKILL'), at)
      const { code } = await ended
      clearTimeout(timer)
      if (code !== null) length = Math.min(length, performance.now() - began)
      else length = Math.max(length, at * 1.5)
      row.runs++
      await editAFew(row)
      await look(row)
      await whole()
    }
    const { code } = await command(cli, home, words).ended
    if (code !== 0) lose(row)
  }

  const importing = begin(`import of ${documents} documents killed`)
  await killedOver(importing, ['import', project, inbox], async () => {})
  if ((await look(importing)) !== documents + 1) lose(importing)

  const searching = begin(`index of ${documents} documents killed`)
  const search = ['search', project, 'الاجتماع', '--json', '--limit', '1']
  await killedOver(searching, search, async () => {})
  const { said } = await command(cli, home, search).ended
  if (JSON.parse(said).total !== documents) lose(searching)

  const saving = begin(`${documents} sets saved at once, killed`)
  const opened = await small.done('project.open', { folder: project })
  const rest = opened.documents.filter(one => one.id !== id)
  const status = async (to: 'submitted' | 'in-progress', kill?: number) => {
    const program = await served(cli, project, home)
    const edits = rest.map(one => ({ documentId: one.id, status: to }))
    const timer = kill && setTimeout(() => program.process.kill('SIGKILL'), kill)
    const answer = await program
      .call('sets.set-status', { project, annotator: 'عمر', edits })
      .catch(() => undefined)
    clearTimeout(timer)
    if (kill === undefined) await program.stop('SIGTERM')
    else await program.stop('SIGKILL')
    return answer
  }
  for (let n = 0; n < kills; n++) {
    await status(n % 2 === 0 ? 'submitted' : 'in-progress', 200 * (n + 1))
    saving.runs++
    await editAFew(saving)
    await look(saving)
  }
  const all = await status('submitted')
  if (!all?.ok || all.value.entries.some(entry => entry.sets.عمر?.status !== 'submitted'))
    lose(saving)

  const exporting = begin(`export of ${documents} documents killed`)
  const out = join(folder, 'out', 'all.jsonl')
  await mkdir(join(folder, 'out'))
  const exported = ['export', project, '--format', 'isnad', '--out', out, '--force']
  await command(cli, home, exported).ended
  let known = await readFile(out)
  await killedOver(exporting, exported, async () => {
    // The old one whole, or the new one whole.
    const now = await readFile(out)
    if (now.equals(known)) return
    if (now.at(-1) !== 0x0a || now.toString('utf8').split('\n').length < documents) lose(exporting)
    known = now
  })
  await look(exporting)

  const left = [...(await temporaries(project)), ...(await temporaries(join(folder, 'out')))]
  await aged(left)
  await command(cli, home, ['check', project, '--repair']).ended
  await command(cli, home, exported).ended
  const still = [...(await temporaries(project)), ...(await temporaries(join(folder, 'out')))]
  if (still.length > 0) lose(exporting, still.length)
  const { code } = await command(cli, home, ['check', project]).ended
  if (code !== 0) lose(exporting)
  exporting.notes = `${left.length} half-written files swept`
  await rm(inbox, { recursive: true })
  return rows
}

export const largeProject: Part = {
  id: 'large',
  run: ({ cli, folder, documents }) => large({ cli, folder, documents, kills: 5 }),
}
