#!/usr/bin/env node
import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import { appRoot, shipped } from './app-root.ts'
import { commandOf } from './cli-arguments.ts'
import type { Command } from './cli-command.ts'
import { help, usage, usageText } from './cli-usage.ts'
import { terminalLanguage } from './cli-words.ts'

/** 0 done, 1 done with rejected input or failed checks (or failed), 2 wrong usage. */
type ExitCode = 0 | 1 | 2

// `isnad check … | head` closes the pipe while we write: that is an end, not a fault.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(process.exitCode ?? 0)
  })

async function run(command: Command, language: Language): Promise<ExitCode> {
  const app = shipped(appRoot(import.meta.url))
  switch (command.kind) {
    case 'help':
      process.stdout.write(help(language))
      return 0
    case 'version':
      process.stdout.write(`${app.version}\n`)
      return 0
    case 'wrong': {
      const line = command.command ? `${usage[command.command]}\n` : help(language)
      process.stderr.write(`${usageText(language, command.wrong)}\n${line}`)
      return 2
    }
    case 'match': {
      const { matchLines } = await import('./cli-match.ts')
      return matchLines(process.stdin, line => process.stdout.write(line), language)
    }
    case 'serve': {
      const { serve } = await import('./cli-serve.ts')
      const failure = await serve(command, app, language)
      if (failure) process.stderr.write(`${failureText(failure, language, true)}\n`)
      return failure ? 1 : 0
    }
    case 'merge-driver': {
      const { mergeDriver } = await import('./cli-merge.ts')
      return mergeDriver(command.files, language)
    }
    case 'dates': {
      const { dates } = await import('./cli-dates.ts')
      return dates(command, language)
    }
    default: {
      const { runCommand } = await import('./cli-run.ts')
      return runCommand(command, app, language)
    }
  }
}

process.exitCode = await run(
  commandOf(process.argv.slice(2), process.cwd()),
  terminalLanguage(process.env),
)
