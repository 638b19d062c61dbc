import { parseArgs } from 'node:util'
import type { Command, WrongUsage } from './cli-command.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const options = {
  init: { title: text, scheme: text, json: flag },
  import: {
    format: text,
    encoding: text,
    map: text,
    annotator: text,
    published: text,
    outlet: text,
    json: flag,
  },
  export: {
    format: text,
    out: text,
    annotators: text,
    offsets: text,
    furniture: flag,
    force: flag,
    json: flag,
  },
  furniture: { undo: flag, json: flag },
  check: { repair: flag, json: flag },
  suggest: { annotator: text, kinds: text, json: flag },
  assign: {
    annotators: text,
    overlap: text,
    seed: text,
    blind: flag,
    calibration: text,
    again: flag,
    by: text,
    'dry-run': flag,
    json: flag,
  },
  merge: { out: text, json: flag },
  'merge-driver': {},
  actors: {
    find: text,
    import: text,
    out: text,
    merge: text,
    into: text,
    undo: flag,
    force: flag,
    json: flag,
  },
  propositions: { import: text, out: text, force: flag, json: flag },
  match: {},
  dates: { anchor: text, jsonl: flag },
  agreement: {
    annotators: text,
    matching: text,
    gamma: flag,
    seed: text,
    resamples: text,
    html: flag,
    csv: flag,
    json: flag,
  },
  adjudicate: { annotators: text, strategy: text, by: text, json: flag },
  search: { sort: text, limit: text, json: flag },
  stats: { annotator: text, json: flag },
  serve: { port: text, open: flag },
}
export type CommandName = keyof typeof options
export const commandNames = Object.keys(options) as CommandName[]

/** What was typed after a command's name. */
export type Given = { words: string[]; text: Map<string, string>; flags: Set<string> }
type Read<T> = T | { kind: 'wrong'; wrong: WrongUsage }

export const wrong = (wrong: WrongUsage) => ({ kind: 'wrong' as const, wrong })

/** The words and options as given; every option one that the command knows, with a value where it takes one. */
export function read(name: CommandName, argv: string[]): Read<Given & { kind: 'given' }> {
  const known: Record<string, { type: 'string' | 'boolean' }> = options[name]
  const { tokens, positionals } = parseArgs({
    args: argv,
    options: { ...known, help: flag },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = {
    kind: 'given' as const,
    words: positionals,
    text: new Map<string, string>(),
    flags: new Set<string>(),
  }
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = token.rawName
    const type = token.name === 'help' ? 'boolean' : known[token.name]?.type
    if (!type) return wrong({ kind: 'unknown-option', option })
    if (type === 'boolean') {
      if (token.value !== undefined) return wrong({ kind: 'needless-value', option })
      given.flags.add(token.name)
      continue
    }
    // `--out --force` is a forgotten value, `--out=--force` is not.
    if (!token.value || (!token.inlineValue && token.value.startsWith('-')))
      return wrong({ kind: 'no-value', option })
    given.text.set(token.name, token.value)
  }
  return given
}

/** How a command's words and options become what is asked; a path is made absolute by `at`, and nothing else is decided. */
export type Make = (given: Given, at: (path: string) => string) => Command

/** For a command on one project's folder, and on nothing beside it. */
export const onFolder =
  (make: (project: string, given: Given, at: (path: string) => string) => Command): Make =>
  (given, at) => {
    const [folder, more] = given.words
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more) return wrong({ kind: 'too-many', what: more })
    return make(at(folder), given, at)
  }

/** `--annotators a,b`; undefined where it is not given. */
export const listed = ({ text }: Given, name: string) =>
  text
    .get(name)
    ?.split(',')
    .map(one => one.trim())

/** Whether a number is one is the contract's to say. */
export const number = ({ text }: Given, name: string) =>
  text.has(name) ? Number(text.get(name)) : undefined
