type Keep = (where: string, error: unknown) => unknown

let keep: Keep = () => {}

/** Where faults are kept besides: the log and a report, once there are any. */
export function keepBugs(keeper: Keep): void {
  keep = keeper
}

/** The one place where a fault of the program is written down. */
export function reportBug(where: string, error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`isnad: a fault in ${where}: ${what}\n`)
  keep(where, error)
}

/** A fault that no call brought up must not end a program that holds someone's work. */
export function surviveBugs(): void {
  process.on('uncaughtException', error => reportBug('the program', error))
  process.on('unhandledRejection', error => reportBug('the program', error))
}
