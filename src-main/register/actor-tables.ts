import type { Input } from '../../annotations/api/contract.ts'
import { readActors } from '../../annotations/formats/register/read-actors.ts'
import { actorsCsv } from '../../annotations/formats/register/write-actors.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readTable, reportOf, writeTable } from './table-files.ts'
import { readRegister, takeStep } from './take-step.ts'

/** One line a record, in the words of its own file. */
export const lineOf = (written: string) => `${JSON.stringify(JSON.parse(written))}\n`

export async function exportActors(
  { paths, actors }: OpenProject,
  asked: Omit<Input<'actors.export'>, 'project'>,
) {
  const { actors: all } = await actors.all()
  const file = await writeTable(paths, asked, {
    csv: () => actorsCsv(all),
    jsonl: () => all.map(actor => lineOf(storedActor.stringify(actor))).join(''),
  })
  return { file, count: all.length }
}

export async function importActors(open: OpenProject, path: string, at: Date) {
  const rows = await readTable(path, ['name', 'name_ar', 'name_en', 'id'])
  const register = await readRegister(open)
  const read = readActors(rows, [...register.values()])
  const wanted = read.put.map(to => ({ id: to.id, to }))
  const changed = await takeStep(open, register, wanted, { kind: 'import', at })
  return { changed, report: reportOf(path, read) }
}
