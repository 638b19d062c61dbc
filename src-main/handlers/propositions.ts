import { parentLoop } from '../../annotations/actors/register.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import {
  propositionsCsv,
  readPropositions,
} from '../../annotations/formats/register/propositions-table.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { storedProposition } from '../../annotations/model/stored.ts'
import { appError } from '../app-error.ts'
import { fileIn } from '../check/findings.ts'
import type { Handlers } from '../dispatch.ts'
import { lineOf } from '../register/actor-tables.ts'
import { mentionLines } from '../register/mention-lines.ts'
import { codeAttributes, codedClaims, similarTo } from '../register/proposition-claims.ts'
import { countValues } from '../register/scan-sets.ts'
import { readTable, reportOf, writeTable } from '../register/table-files.ts'
import type { Services } from '../services.ts'
import type { OpenProject } from '../storage/projects.ts'

type Mine = Extract<keyof Handlers, `propositions.${string}`>

const key = (code: string) => fold(code).folded.trim()

/** A code is one proposition's, and no proposition is below itself. */
function refuseProposition(
  { paths, propositions }: OpenProject,
  wanted: Proposition,
  all: readonly Proposition[],
): void {
  const others = new Map(all.map(one => [one.id, one]))
  others.set(wanted.id, wanted)
  const twin = all.find(one => one.id !== wanted.id && key(one.code) === key(wanted.code))
  if (twin) throw appError('code-taken', { code: wanted.code, text: twin.text.ar })
  if (wanted.parent === undefined) return
  const file = fileIn(paths, propositions.fileOf(wanted.id))
  if (!others.has(wanted.parent)) throw appError('unknown-parent', { file, parent: wanted.parent })
  const loop = parentLoop(wanted.id, id => others.get(id)?.parent)
  if (!loop) return
  const way = [...loop, wanted.id].map(id => others.get(id)?.code ?? id).join(' ← ')
  throw appError('parent-loop', { file, way })
}

export function propositionHandlers({ projects, shell, jobs }: Services): Pick<Handlers, Mine> {
  const tell = ({ paths }: OpenProject, put: Proposition[], removed: string[] = []) => {
    if (put.length + removed.length > 0)
      shell.emit({ kind: 'register', project: paths.folder, propositions: { put, removed } })
  }
  const all = async ({ propositions }: OpenProject) => (await propositions.all()).values

  return {
    'propositions.save': async ({ project, proposition }) => {
      const open = await projects.get(project)
      refuseProposition(open, proposition, await all(open))
      await open.propositions.save(proposition)
      tell(open, [proposition])
      return proposition
    },
    'propositions.remove': async ({ project, id }) => {
      const open = await projects.get(project)
      const codebook = await all(open)
      const mine = codebook.find(one => one.id === id)
      if (!mine) throw appError('no-actor', { id })
      const below = codebook.filter(({ parent }) => parent === id)
      const claims = await codedClaims(open, id)
      const count = claims.length + below.length
      if (count > 0) throw appError('actor-in-use', { name: `${mine.code} ${mine.text.ar}`, count })
      await open.propositions.change(id, () => undefined)
      tell(open, [], [id])
      return { removed: [id] }
    },
    'propositions.claims': ({ project, id, job: name }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const found = await codedClaims(open, id, job)
        const towards = new Map(
          found.map(({ set, annotation }) => [
            `${set.annotator} ${set.documentId} ${annotation.id}`,
            annotation.attributes.towards,
          ]),
        )
        const lines = await mentionLines(open, found, 500)
        return {
          claims: lines.map(line => {
            const said = towards.get(`${line.annotator} ${line.documentId} ${line.annotation}`)
            return typeof said === 'string' ? { ...line, towards: said } : line
          }),
        }
      }),
    'propositions.usage': ({ project, job: name }) =>
      jobs.run(name, async job => {
        const { paths, project: about } = await projects.get(project)
        const counts = await countValues(paths, codeAttributes(about.scheme), job)
        return { counts: Object.fromEntries(counts) }
      }),
    'propositions.similar': async ({ project, ...asked }) => ({
      like: await similarTo(await projects.get(project), asked),
    }),
    'propositions.import': ({ project, path, job: name }) =>
      jobs.run(name, async () => {
        const open = await projects.get(project)
        const rows = await readTable(path, ['code', 'text', 'text_ar', 'id'])
        const read = readPropositions(rows, await all(open))
        for (const one of read.put) await open.propositions.save(one)
        tell(open, read.put)
        return reportOf(path, read)
      }),
    'propositions.export': async asked => {
      const open = await projects.get(asked.project)
      const codebook = await all(open)
      const file = await writeTable(open.paths, asked, {
        csv: () => propositionsCsv(codebook),
        jsonl: () => codebook.map(one => lineOf(storedProposition.stringify(one))).join(''),
      })
      return { file, count: codebook.length }
    },
  }
}
