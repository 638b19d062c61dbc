import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Call } from '../../annotations/api/client.ts'
import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import type { Result } from '../../annotations/api/result.ts'
import type { CheckFinding } from '../../annotations/api/views.ts'
import type { Losses } from '../../annotations/formats/exchange/losses.ts'
import { createApp } from '../app.ts'
import { diagnosticsOf } from '../diagnostics/diagnostics.ts'
import { userDataFolder } from '../storage/user-data.ts'
import type { shipped } from './app-root.ts'
import { adjudicated } from './cli-adjudicate.ts'
import type { Command } from './cli-command.ts'
import { annotatedFormat, annotatedSaid, lossLines } from './cli-formats.ts'
import { mergedSaid } from './cli-merge.ts'
import { assignedSaid } from './cli-people.ts'
import { repairLine } from './cli-repair-words.ts'
import { concordanceText, placeInQuery } from './cli-search.ts'
import { statisticsText } from './cli-stats.ts'
import { usage } from './cli-usage.ts'
import { checked, created, exported, imported, severity, suggested } from './cli-words.ts'
import { keepBugs, reportBug } from './report-bug.ts'

type Runnable = Extract<Command, { json: boolean }>
/** What a command that was carried out has to say. */
type Said = { value: unknown; summary: string; complaints: string[]; clean: boolean }

/** The one long work a command line has. */
const job = 'cli'

/** Names of files come from anyone, and a terminal obeys what is not a letter in them. */
const harmless = (line: string) => line.replace(/[^\P{Cc}\n\t]/gu, '\ufffd')

const say = (line: string) => process.stderr.write(`${harmless(line)}\n`)

/** On a terminal, one line that is written over; in a file or a pipe, nothing. */
function showProgress(event: AppEvent) {
  if (!process.stderr.isTTY || event.kind !== 'progress') return
  const line = `${event.done}/${event.total} ${harmless(event.item ?? '')}`.slice(
    0,
    (process.stderr.columns ?? 80) - 1,
  )
  process.stderr.write(`\r\u001b[K${event.done < event.total ? line : ''}`)
}

function findingLine(language: Language, finding: CheckFinding): string {
  const { file, line, kind, element, detail } = finding
  const place = line === undefined ? file : `${file}:${line}`
  const what = [kind, element, detail].filter(part => part !== undefined).join(' · ')
  return `${place}: ${severity[language][finding.severity]}: ${what}`
}

async function carryOut(command: Runnable, call: Call, language: Language): Promise<Result<Said>> {
  switch (command.kind) {
    case 'init': {
      const result = await call('project.create', command.input)
      if (!result.ok) return result
      const { folder, project } = result.value
      const summary = created(language, folder)
      const value = { folder, id: project.id, title: project.title }
      return { ok: true, value: { value, summary, complaints: [], clean: true } }
    }
    case 'import': {
      const { input, annotated } = command
      const format = await annotatedFormat(call, annotated.format, input.paths)
      if (!format.ok) return format
      if (format.value) {
        const { project, paths, encoding } = input
        const asked = { ...annotated, project, paths, encoding, format: format.value, job }
        const result = await call('annotated.run', asked)
        if (!result.ok) return result
        return {
          ok: true,
          value: { value: result.value, ...annotatedSaid(language, result.value) },
        }
      }
      const result = await call('import.run', { ...command.input, job })
      if (!result.ok) return result
      const { rejected, cancelled } = result.value
      const summary = imported(language, result.value)
      const complaints = rejected.map(({ failure }) => failureText(failure, language, true))
      const clean = rejected.length === 0 && !cancelled
      return { ok: true, value: { value: result.value, summary, complaints, clean } }
    }
    case 'export': {
      const result = await call('export.run', { ...command.input, job })
      if (!result.ok) return result
      const summary = exported(language, result.value)
      const complaints = lossLines(language, result.value.losses)
      return { ok: true, value: { value: result.value, summary, complaints, clean: true } }
    }
    case 'furniture': {
      const { dimmed, givenBack } = await import('./cli-furniture.ts')
      const asked = { ...command.input, job }
      if (command.undo) {
        const result = await call('documents.give-back', asked)
        return result.ok ? { ok: true, value: givenBack(result.value, language) } : result
      }
      const result = await call('documents.dim-recurring', asked)
      return result.ok ? { ok: true, value: dimmed(result.value, language) } : result
    }
    case 'agreement': {
      const result = await call('agreement.report', { ...command.input, job })
      if (!result.ok) return result
      const { agreed } = await import('./cli-agreement.ts')
      return { ok: true, value: agreed(result.value, command.print, language) }
    }
    case 'adjudicate': {
      const result = await call('review.adjudicate', { ...command.input, job })
      return result.ok ? { ok: true, value: adjudicated(result.value, language) } : result
    }
    case 'actors':
    case 'propositions': {
      const { runRegister } = await import('./cli-register.ts')
      return runRegister(command, call, language)
    }
    case 'suggest': {
      const result = await call('suggest.run', { ...command.input, job })
      if (!result.ok) return result
      const { rejected, cancelled } = result.value
      const complaints = rejected.map(
        ({ title, failure }) => `${title}: ${failureText(failure, language, true)}`,
      )
      const summary = suggested(language, result.value)
      const clean = rejected.length === 0 && !cancelled
      return { ok: true, value: { value: result.value, summary, complaints, clean } }
    }
    case 'assign': {
      const result = await call('assign.run', command.input)
      if (!result.ok) return result
      const summary = assignedSaid(result.value, language)
      return { ok: true, value: { value: result.value, summary, complaints: [], clean: true } }
    }
    case 'merge': {
      const result = await call('project.merge', { ...command.input, job })
      return result.ok ? { ok: true, value: mergedSaid(result.value, language) } : result
    }
    case 'search': {
      const result = await call('search.query', { ...command.input, job })
      if (!result.ok) return result
      const summary = concordanceText(result.value, language)
      return { ok: true, value: { value: result.value, summary, complaints: [], clean: true } }
    }
    case 'stats': {
      const result = await call('across.statistics', { ...command.input, job })
      if (!result.ok) return result
      const summary = statisticsText(result.value, language)
      return { ok: true, value: { value: result.value, summary, complaints: [], clean: true } }
    }
    case 'check': {
      const result = await call('project.check', command.input)
      if (!result.ok) return result
      const { findings } = result.value
      const summary = checked(language, result.value)
      const complaints = [
        ...(result.value.repaired ?? []).map(done => repairLine(language, done)),
        ...findings.map(finding => findingLine(language, finding)),
      ]
      const clean = findings.every(({ severity }) => severity !== 'error')
      return { ok: true, value: { value: result.value, summary, complaints, clean } }
    }
  }
}

/** A command that is a call: carried out, said, and turned into an exit code. */
export async function runCommand(
  command: Runnable,
  { root, version, sample, workers }: ReturnType<typeof shipped>,
  language: Language,
): Promise<0 | 1 | 2> {
  const userData = userDataFolder()
  const now = () => new Date()
  const diagnostics = diagnosticsOf({ version, shell: 'cli', userData, root, now })
  keepBugs(diagnostics.fault)
  const dispatch = createApp(
    {
      kind: 'cli',
      version,
      userData,
      sample,
      workers,
      emit: showProgress,
      now,
    },
    reportBug,
  )
  // Ctrl+C ends long work where it stands, so that it can say what is done; a second one ends the program.
  process.once('SIGINT', () => void dispatch('jobs.cancel', { job }))
  const result = await carryOut(command, dispatch as Call, language)
  await dispatch.close()
  if (!result.ok) {
    const { failure } = result
    if (command.json) process.stdout.write(`${JSON.stringify({ failure })}\n`)
    say(failureText(failure, language, true))
    if (failure.code === 'would-lose')
      for (const line of lossLines(language, failure.details as Losses)) say(line)
    if (failure.code === 'file-exists' || failure.code === 'would-lose')
      say(`isnad ${command.kind} … --force`)
    if (failure.code === 'bad-query') {
      say(placeInQuery(failure.params))
      return 2
    }
    if (failure.code !== 'bad-input') return 1
    say(usage[command.kind])
    return 2
  }
  const { value, summary, complaints, clean } = result.value
  for (const complaint of complaints) say(complaint)
  process.stdout.write(command.json ? `${JSON.stringify(value)}\n` : `${harmless(summary)}\n`)
  return clean ? 0 : 1
}
