import { actorIndex } from '../../annotations/actors/actor-index.ts'
import { rankActors } from '../../annotations/actors/rank-actors.ts'
import { settledActors } from '../../annotations/actors/register.ts'
import type { Call } from '../../annotations/api/client.ts'
import type { Language } from '../../annotations/api/failure-text.ts'
import type { TableReport } from '../../annotations/api/register.ts'
import type { Result } from '../../annotations/api/result.ts'

/** What is asked of the register, or of the codebook: one thing at a time. */
export type RegisterTask =
  | { do: 'list' }
  | { do: 'find'; query: string }
  | { do: 'import'; path: string }
  | { do: 'export'; out: string; overwrite: boolean }
  | { do: 'merge'; ids: string[]; into: string }
  | { do: 'undo' }

export type RegisterCommand = {
  kind: 'actors' | 'propositions'
  project: string
  task: RegisterTask
  json: boolean
}

type Said = { value: unknown; summary: string; complaints: string[]; clean: boolean }
const job = 'cli'
const said = (value: unknown, lines: readonly string[]): Result<Said> => ({
  ok: true,
  value: { value, summary: lines.join('\n'), complaints: [], clean: true },
})

const row = (...cells: readonly (string | number | undefined)[]) =>
  cells.map(cell => String(cell ?? '').replace(/\s+/gu, ' ')).join('\t')

function imported(report: TableReport, language: Language): Result<Said> {
  const { file, added, changed, same, problems, ignored } = report
  const summary =
    language === 'ar'
      ? `${file}: جديد ${added}، تغيّر ${changed}، كما كان ${same}`
      : `${file}: ${added} new, ${changed} changed, ${same} as they were`
  const left = ignored.length === 0 ? [] : [`${file}: ignored-columns: ${ignored.join(', ')}`]
  const complaints = problems.map(
    ({ file, line, kind, detail }) => `${file}:${line}: ${kind}: ${detail}`,
  )
  const clean = problems.length === 0
  return {
    ok: true,
    value: { value: report, summary, complaints: [...complaints, ...left], clean },
  }
}

async function actors(
  { project, task }: RegisterCommand,
  call: Call,
  language: Language,
): Promise<Result<Said>> {
  switch (task.do) {
    case 'list': {
      const opened = await call('project.open', { folder: project })
      if (!opened.ok) return opened
      const used = await call('actors.usage', { project, job })
      if (!used.ok) return used
      const all = settledActors(opened.value.actors)
      const value = all.map(actor => ({ ...actor, mentions: used.value.counts[actor.id] ?? 0 }))
      return said(
        value,
        value.map(({ id, name, kind, mentions }) => row(id, name.ar, name.en, kind, mentions)),
      )
    }
    case 'find': {
      const opened = await call('project.open', { folder: project })
      if (!opened.ok) return opened
      const found = rankActors(actorIndex(settledActors(opened.value.actors)), task.query)
      const value = found.map(({ actor: { id, name, kind }, score, evidence }) => ({
        ...{ id, name, kind, score, evidence },
      }))
      return said(
        value,
        value.map(({ id, name, evidence }) =>
          row(id, name.ar, evidence.map(({ kind, name }) => `${kind}: ${name}`).join(' · ')),
        ),
      )
    }
    case 'import': {
      const result = await call('actors.import', { project, path: task.path, job })
      return result.ok ? imported(result.value, language) : result
    }
    case 'export': {
      const { out, overwrite } = task
      const result = await call('actors.export', { project, out, overwrite })
      return result.ok
        ? said(result.value, [`${result.value.file}: ${result.value.count}`])
        : result
    }
    case 'merge': {
      const { ids, into } = task
      const result = await call('actors.merge', { project, ids, into })
      return result.ok
        ? said(
            result.value,
            result.value.actors.map(({ id, mergedInto }) => row(id, mergedInto)),
          )
        : result
    }
    case 'undo': {
      const result = await call('actors.undo', { project })
      if (!result.ok) return result
      const { kind, actors, removed } = result.value
      return said(result.value, [row(kind, ...actors.map(({ id }) => id), ...removed)])
    }
  }
}

async function propositions(
  { project, task }: RegisterCommand,
  call: Call,
  language: Language,
): Promise<Result<Said>> {
  if (task.do === 'import') {
    const result = await call('propositions.import', { project, path: task.path, job })
    return result.ok ? imported(result.value, language) : result
  }
  if (task.do === 'export') {
    const { out, overwrite } = task
    const result = await call('propositions.export', { project, out, overwrite })
    return result.ok ? said(result.value, [`${result.value.file}: ${result.value.count}`]) : result
  }
  const opened = await call('project.open', { folder: project })
  if (!opened.ok) return opened
  const used = await call('propositions.usage', { project, job })
  if (!used.ok) return used
  const value = [...opened.value.propositions]
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
    .map(one => ({ ...one, claims: used.value.counts[one.id] ?? 0 }))
  return said(
    value,
    value.map(({ code, text, claims }) => row(code, text.ar, text.en, claims)),
  )
}

/** The register or the codebook on the command line. */
export const runRegister = (command: RegisterCommand, call: Call, language: Language) =>
  command.kind === 'actors'
    ? actors(command, call, language)
    : propositions(command, call, language)
