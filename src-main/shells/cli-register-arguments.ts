import { listed, onFolder, wrong } from './cli-options.ts'
import type { RegisterCommand, RegisterTask } from './cli-register.ts'

/** What of the register was asked for; the list where nothing else is. */
export const register = (kind: RegisterCommand['kind']) =>
  onFolder((project, given, at) => {
    const { text, flags } = given
    const tasks: RegisterTask[] = []
    const [find, path, out] = [text.get('find'), text.get('import'), text.get('out')]
    const [ids, into] = [listed(given, 'merge'), text.get('into')]
    if (find !== undefined) tasks.push({ do: 'find', query: find })
    if (path !== undefined) tasks.push({ do: 'import', path: at(path) })
    if (out !== undefined) tasks.push({ do: 'export', out: at(out), overwrite: flags.has('force') })
    if (flags.has('undo')) tasks.push({ do: 'undo' })
    if (ids && into === undefined) return wrong({ kind: 'missing', what: '--into' })
    if (into !== undefined && !ids) return wrong({ kind: 'missing', what: '--merge' })
    if (ids && into !== undefined) tasks.push({ do: 'merge', ids, into })
    const [task = { do: 'list' as const }, second] = tasks
    if (second) return wrong({ kind: 'too-many', what: `--${second.do}` })
    return { kind, project, task, json: flags.has('json') }
  })
