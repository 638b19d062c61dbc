import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Methods = 'diagnostics.read' | 'diagnostics.remove-report' | 'diagnostics.page-fault'

/** A stack of the page as it came over the wire. */
function errorOf(message: string, stack: string): Error {
  const error = new Error(message)
  error.stack = stack === '' ? message : stack
  return error
}

export function diagnosticsHandlers({
  diagnostics,
  settings,
  shell,
}: Services): Pick<Handlers, Methods> {
  return {
    'diagnostics.read': async () => {
      const { language, theme, numerals, font, textSize, recent } = await settings.read()
      const facts = [
        `settings: ${[language, theme, numerals, font, textSize].join(' ')}; recent projects: ${recent.length}`,
        `started on a project: ${shell.project !== undefined}`,
      ]
      return {
        text: (await diagnostics?.text(facts)) ?? '',
        reports: (await diagnostics?.reports()) ?? [],
      }
    },
    'diagnostics.remove-report': async ({ name }) => {
      await diagnostics?.removeReport(name)
      return {}
    },
    'diagnostics.page-fault': async ({ where, message, stack }) => ({
      report: diagnostics?.fault(`the page, ${where}`, errorOf(message, stack)),
    }),
  }
}
