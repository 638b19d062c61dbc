import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Asked } from '../../annotations/api/contract.ts'
import { parseDay } from '../../annotations/dates/calendar-date.ts'
import type { DriverFiles } from '../merge/merge-driver.ts'
import type { AskedAnnotated } from './cli-formats.ts'
import type { RegisterCommand } from './cli-register.ts'
import { registerCommand } from './cli-register-arguments.ts'

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
const commandNames = Object.keys(options) as CommandName[]

type Given = { words: string[]; text: Map<string, string>; flags: Set<string> }
type Read<T> = T | { kind: 'wrong'; wrong: WrongUsage }

const wrong = (wrong: WrongUsage) => ({ kind: 'wrong' as const, wrong })

/** The words and options as given; every option one that the command knows, with a value where it takes one. */
function read(name: CommandName, argv: string[]): Read<Given & { kind: 'given' }> {
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

type Make = (given: Given, at: (path: string) => string) => Command

const make: Record<CommandName, Make> = {
  init({ words: [folder, ...more], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const path = at(folder)
    const title = text.get('title') ?? basename(path)
    // Which ready schemes there are is the contract's to say.
    const scheme = text.get('scheme') as Asked<'project.create'>['scheme']
    return { kind: 'init', input: { folder: path, title, scheme }, json: flags.has('json') }
  },

  import({ words: [folder, ...paths], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (paths.length === 0) return wrong({ kind: 'missing', what: 'PATH' })
    const input = {
      project: at(folder),
      paths: paths.map(at),
      encoding: text.get('encoding'),
      published: text.get('published'),
      outlet: text.get('outlet'),
    }
    const map = text.get('map')
    const annotated = {
      format: text.get('format') ?? 'auto',
      annotator: text.get('annotator'),
      mapFile: map && at(map),
    }
    return { kind: 'import', input, annotated, json: flags.has('json') }
  },

  export({ words: [folder, ...more], text, flags }, at) {
    const format = text.get('format')
    const out = text.get('out')
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    if (!format) return wrong({ kind: 'missing', what: '--format' })
    if (!out) return wrong({ kind: 'missing', what: '--out' })
    const annotators = text.get('annotators')
    const input = {
      project: at(folder),
      // Which formats there are is the contract's to say.
      format: format as Asked<'export.run'>['format'],
      out: at(out),
      annotators:
        annotators === 'all' ? ('all' as const) : annotators?.split(',').map(one => one.trim()),
      offsets: text.get('offsets') as Asked<'export.run'>['offsets'],
      furniture: flags.has('furniture'),
      overwrite: flags.has('force'),
      lossy: flags.has('force'),
    }
    return { kind: 'export', input, json: flags.has('json') }
  },

  check({ words: [path, ...more], flags }, at) {
    if (!path) return wrong({ kind: 'missing', what: 'PATH' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    return {
      kind: 'check',
      input: { path: at(path), repair: flags.has('repair') },
      json: flags.has('json'),
    }
  },

  suggest({ words: [folder, ...more], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const annotator = text.get('annotator')
    if (!annotator) return wrong({ kind: 'missing', what: '--annotator' })
    const kinds = text
      .get('kinds')
      ?.split(',')
      .map(one => one.trim())
    const input = { project: at(folder), annotator, kinds: kinds as Asked<'suggest.run'>['kinds'] }
    return { kind: 'suggest', input, json: flags.has('json') }
  },

  assign({ words: [folder, ...more], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const annotators = text.get('annotators')
    if (!annotators) return wrong({ kind: 'missing', what: '--annotators' })
    // Whether a number is one is the contract's to say.
    const number = (name: string) => (text.has(name) ? Number(text.get(name)) : undefined)
    const input = {
      project: at(folder),
      annotators: annotators.split(',').map(one => one.trim()),
      overlap: number('overlap'),
      seed: number('seed'),
      calibration: number('calibration'),
      blind: flags.has('blind'),
      again: flags.has('again'),
      preview: flags.has('dry-run'),
      by: text.get('by'),
    }
    return { kind: 'assign', input, json: flags.has('json') }
  },

  merge({ words: [a, b, ...more], text, flags }, at) {
    if (!a) return wrong({ kind: 'missing', what: 'A' })
    if (!b) return wrong({ kind: 'missing', what: 'B' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const out = text.get('out')
    if (!out) return wrong({ kind: 'missing', what: '--out' })
    return { kind: 'merge', input: { a: at(a), b: at(b), out: at(out) }, json: flags.has('json') }
  },

  'merge-driver'({ words: [base, ours, theirs, name] }, at) {
    if (!base) return wrong({ kind: 'missing', what: '%O' })
    if (!ours) return wrong({ kind: 'missing', what: '%A' })
    if (!theirs) return wrong({ kind: 'missing', what: '%B' })
    const files = { base: at(base), ours: at(ours), theirs: at(theirs), name: name ?? ours }
    return { kind: 'merge-driver', files }
  },

  actors: (given, at) => registerCommand('actors', given, at),
  propositions: (given, at) => registerCommand('propositions', given, at),

  match({ words: [extra] }) {
    return extra ? wrong({ kind: 'too-many', what: extra }) : { kind: 'match' }
  },

  dates({ words: [more], text, flags }) {
    if (more) return wrong({ kind: 'too-many', what: more })
    const anchor = text.get('anchor')
    if (anchor !== undefined && !parseDay(anchor)) return wrong({ kind: 'bad-day', day: anchor })
    return { kind: 'dates', anchor, jsonl: flags.has('jsonl') }
  },

  agreement({ words, text, flags }, at) {
    const [first, ...more] = words
    if (!first) return wrong({ kind: 'missing', what: 'DIR' })
    const files = words.every(word => /\.(jsonl|ndjson)$/i.test(word))
    if (!files && more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const number = (name: string) => (text.has(name) ? Number(text.get(name)) : undefined)
    const input = {
      source: files
        ? { kind: 'files' as const, files: words.map(at) }
        : { kind: 'project' as const, project: at(first) },
      annotators: text
        .get('annotators')
        ?.split(',')
        .map(one => one.trim()),
      // Which matchings there are is the contract's to say.
      matching: text.get('matching') as Asked<'agreement.report'>['matching'],
      gamma: flags.has('gamma'),
      seed: number('seed'),
      resamples: number('resamples'),
    }
    const print = flags.has('html') ? 'html' : flags.has('csv') ? 'csv' : 'text'
    return { kind: 'agreement', input, json: flags.has('json'), print }
  },

  adjudicate({ words: [folder, ...more], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const input = {
      project: at(folder),
      annotators: text
        .get('annotators')
        ?.split(',')
        .map(one => one.trim()),
      // Which strategies there are is the contract's to say.
      strategy: text.get('strategy') as Asked<'review.adjudicate'>['strategy'],
      by: text.get('by'),
    }
    return { kind: 'adjudicate', input, json: flags.has('json') }
  },

  search({ words: [folder, ...query], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (query.length === 0) return wrong({ kind: 'missing', what: 'QUERY' })
    const input = {
      project: at(folder),
      query: query.join(' '),
      // Which orders there are is the contract's to say.
      order: text.get('sort') as Asked<'search.query'>['order'],
      limit: text.has('limit') ? Number(text.get('limit')) : undefined,
    }
    return { kind: 'search', input, json: flags.has('json') }
  },

  stats({ words: [folder, ...more], text, flags }, at) {
    if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const annotator = text.get('annotator')
    const input = {
      project: at(folder),
      filter: annotator === undefined ? {} : { annotator },
    }
    return { kind: 'stats', input, json: flags.has('json') }
  },

  serve({ words: [folder, ...more], text, flags }, at) {
    if (more[0]) return wrong({ kind: 'too-many', what: more[0] })
    const port = text.get('port') ?? '0'
    if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535)
      return wrong({ kind: 'bad-port', port })
    return {
      kind: 'serve',
      folder: folder && at(folder),
      port: Number(port),
      open: flags.has('open'),
    }
  },
}
