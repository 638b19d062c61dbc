import { resolve } from 'node:path'
import type { Command } from './cli-command.ts'
import { type CommandName, commandNames, type Make, read, wrong } from './cli-options.ts'
import { adjudicate, agreement, assign, merge, mergeDriver } from './cli-people-arguments.ts'
import {
  check,
  exporting,
  furniture,
  importing,
  init,
  serve,
  suggest,
} from './cli-project-arguments.ts'
import { dates, match, search, stats } from './cli-reading-arguments.ts'
import { register } from './cli-register-arguments.ts'

const make: Record<CommandName, Make> = {
  init,
  import: importing,
  export: exporting,
  furniture,
  check,
  suggest,
  assign,
  merge,
  'merge-driver': mergeDriver,
  actors: register('actors'),
  propositions: register('propositions'),
  match,
  dates,
  agreement,
  adjudicate,
  search,
  stats,
  serve,
}

/** Turns what was typed into what is asked; paths become absolute here, and nothing else is decided. */
export function commandOf(argv: string[], cwd: string): Command {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') return { kind: 'version' }
  if (name === undefined) return wrong({ kind: 'missing', what: 'COMMAND' })
  if (name === 'help' || name === '--help' || name === '-h') return { kind: 'help' }
  const command = commandNames.find(known => known === name)
  if (!command) return wrong({ kind: 'unknown-command', command: name })
  const given = read(command, rest)
  if (given.kind === 'wrong') return { ...given, command }
  if (given.flags.has('help')) return { kind: 'help' }
  const made = make[command](given, path => resolve(cwd, path))
  return made.kind === 'wrong' ? { ...made, command } : made
}
