import type { Asked } from '../../annotations/api/contract.ts'
import type { DriverFiles } from '../merge/merge-driver.ts'
import type { AskedAnnotated } from './cli-formats.ts'
import type { CommandName } from './cli-options.ts'
import type { RegisterCommand } from './cli-register.ts'

/** How a command line can be wrong; the words for it are in cli-usage.ts. */
export type WrongUsage =
  | { kind: 'unknown-command'; command: string }
  | { kind: 'unknown-option'; option: string }
  | { kind: 'no-value'; option: string }
  | { kind: 'needless-value'; option: string }
  | { kind: 'missing'; what: string }
  | { kind: 'too-many'; what: string }
  | { kind: 'bad-port'; port: string }
  | { kind: 'bad-day'; day: string }

export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; wrong: WrongUsage; command?: CommandName }
  | { kind: 'init'; input: Asked<'project.create'>; json: boolean }
  | {
      kind: 'import'
      input: Omit<Asked<'import.run'>, 'job'>
      annotated: AskedAnnotated
      json: boolean
    }
  | { kind: 'export'; input: Omit<Asked<'export.run'>, 'job'>; json: boolean }
  | { kind: 'furniture'; input: { project: string }; undo: boolean; json: boolean }
  | { kind: 'check'; input: Asked<'project.check'>; json: boolean }
  | { kind: 'suggest'; input: Omit<Asked<'suggest.run'>, 'job'>; json: boolean }
  | { kind: 'assign'; input: Asked<'assign.run'>; json: boolean }
  | { kind: 'merge'; input: Omit<Asked<'project.merge'>, 'job'>; json: boolean }
  | RegisterCommand
  | { kind: 'merge-driver'; files: DriverFiles }
  | { kind: 'match' }
  | { kind: 'dates'; anchor: string | undefined; jsonl: boolean }
  | {
      kind: 'agreement'
      input: Omit<Asked<'agreement.report'>, 'job'>
      json: boolean
      print: 'text' | 'html' | 'csv'
    }
  | { kind: 'adjudicate'; input: Omit<Asked<'review.adjudicate'>, 'job'>; json: boolean }
  | { kind: 'search'; input: Omit<Asked<'search.query'>, 'job'>; json: boolean }
  | { kind: 'stats'; input: Omit<Asked<'across.statistics'>, 'job'>; json: boolean }
  | { kind: 'serve'; folder?: string; port: number; open: boolean }
