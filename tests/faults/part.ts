/** One line of the table: what was done how often, and what came of it. What a fault is not about is left out. */
export type Row = {
  fault: string
  /** How often it was done; for a fuzzed reader, 1. */
  runs: number
  /** Edits whose save was acknowledged, and of those how many were gone afterwards. */
  acknowledged?: number
  lost?: number
  /** Projects that did not open afterwards. */
  unopened?: number
  /** Readers of files, methods, commands that were fuzzed. */
  readers?: number
  inputs?: number
  /** Answers that are no answer: a bug thrown, a process or thread ended. */
  crashes?: number
  /** Inputs that were not answered in time. */
  hangs?: number
  /** In a few words: the most memory, the longest wait, what failed. */
  notes?: string
}

export type Limits = {
  root: string
  /** The built command line. */
  cli: string
  /** Where the bundled scripts of threads lie. */
  scripts: string
  /** Seconds for each thing that is fuzzed. */
  seconds: number
  /** How often the program is killed. */
  kills: number
  /** How many calls-at-once three programs make on one folder. */
  rounds: number
  /** Documents of a large project. */
  documents: number
  /** How many things are done at once, where that is for a machine to say. */
  width: number
  /** Of the things a part tries, those alone that are named. */
  only: readonly string[] | undefined
  /** An empty folder for this part alone, removed afterwards. */
  folder: string
  say(line: string): void
}

export type Part = {
  id: string
  /** What of it can be asked for by itself. */
  only?: readonly string[]
  run(limits: Limits): Promise<Row[]>
}

/** Is every column zero that must be? */
export const isSound = ({ lost = 0, unopened = 0, crashes = 0, hangs = 0 }: Row): boolean =>
  lost + unopened + crashes + hangs === 0
