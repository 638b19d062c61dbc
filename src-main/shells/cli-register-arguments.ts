import type { RegisterCommand, RegisterTask } from './cli-register.ts'

type Given = { words: string[]; text: ReadonlyMap<string, string>; flags: ReadonlySet<string> }
type Wrong = { kind: 'wrong'; wrong: { kind: 'missing' | 'too-many'; what: string } }

const wrong = (kind: 'missing' | 'too-many', what: string): Wrong => ({
  kind: 'wrong',
  wrong: { kind, what },
})

/** What of the register was asked for; the list where nothing else is. */
export function registerCommand(
  kind: RegisterCommand['kind'],
  { words: [folder, ...more], text, flags }: Given,
  at: (path: string) => string,
): RegisterCommand | Wrong {
  if (!folder) return wrong('missing', 'DIR')
  if (more[0]) return wrong('too-many', more[0])
  const tasks: RegisterTask[] = []
  const [find, path, out] = [text.get('find'), text.get('import'), text.get('out')]
  const [ids, into] = [text.get('merge'), text.get('into')]
  if (find !== undefined) tasks.push({ do: 'find', query: find })
  if (path !== undefined) tasks.push({ do: 'import', path: at(path) })
  if (out !== undefined) tasks.push({ do: 'export', out: at(out), overwrite: flags.has('force') })
  if (flags.has('undo')) tasks.push({ do: 'undo' })
  if (ids !== undefined && into === undefined) return wrong('missing', '--into')
  if (into !== undefined && ids === undefined) return wrong('missing', '--merge')
  if (ids !== undefined && into !== undefined)
    tasks.push({ do: 'merge', ids: ids.split(',').map(one => one.trim()), into })
  const [task = { do: 'list' as const }, second] = tasks
  if (second) return wrong('too-many', `--${second.do}`)
  return { kind, project: at(folder), task, json: flags.has('json') }
}
