import type { Asked } from '../../annotations/api/contract.ts'
import { listed, type Make, number, onFolder, wrong } from './cli-options.ts'

// Which matchings and strategies there are is the contract's to say.

export const assign = onFolder((project, given) => {
  const { text, flags } = given
  const annotators = listed(given, 'annotators')
  if (!annotators) return wrong({ kind: 'missing', what: '--annotators' })
  const input = {
    project,
    annotators,
    overlap: number(given, 'overlap'),
    seed: number(given, 'seed'),
    calibration: number(given, 'calibration'),
    blind: flags.has('blind'),
    again: flags.has('again'),
    preview: flags.has('dry-run'),
    by: text.get('by'),
  }
  return { kind: 'assign', input, json: flags.has('json') }
})

export const merge: Make = ({ words: [a, b, more], text, flags }, at) => {
  if (!a) return wrong({ kind: 'missing', what: 'A' })
  if (!b) return wrong({ kind: 'missing', what: 'B' })
  if (more) return wrong({ kind: 'too-many', what: more })
  const out = text.get('out')
  if (!out) return wrong({ kind: 'missing', what: '--out' })
  return { kind: 'merge', input: { a: at(a), b: at(b), out: at(out) }, json: flags.has('json') }
}

export const mergeDriver: Make = ({ words: [base, ours, theirs, name] }, at) => {
  if (!base) return wrong({ kind: 'missing', what: '%O' })
  if (!ours) return wrong({ kind: 'missing', what: '%A' })
  if (!theirs) return wrong({ kind: 'missing', what: '%B' })
  const files = { base: at(base), ours: at(ours), theirs: at(theirs), name: name ?? ours }
  return { kind: 'merge-driver', files }
}

export const agreement: Make = (given, at) => {
  const { words, text, flags } = given
  const [first, more] = words
  if (!first) return wrong({ kind: 'missing', what: 'DIR' })
  const files = words.every(word => /\.(jsonl|ndjson)$/i.test(word))
  if (!files && more) return wrong({ kind: 'too-many', what: more })
  const input = {
    source: files
      ? { kind: 'files' as const, files: words.map(at) }
      : { kind: 'project' as const, project: at(first) },
    annotators: listed(given, 'annotators'),
    matching: text.get('matching') as Asked<'agreement.report'>['matching'],
    gamma: flags.has('gamma'),
    seed: number(given, 'seed'),
    resamples: number(given, 'resamples'),
  }
  const print = flags.has('html') ? 'html' : flags.has('csv') ? 'csv' : 'text'
  return { kind: 'agreement', input, json: flags.has('json'), print }
}

export const adjudicate = onFolder((project, given) => {
  const { text, flags } = given
  const input = {
    project,
    annotators: listed(given, 'annotators'),
    strategy: text.get('strategy') as Asked<'review.adjudicate'>['strategy'],
    by: text.get('by'),
  }
  return { kind: 'adjudicate', input, json: flags.has('json') }
})
