import type { Asked } from '../../annotations/api/contract.ts'
import { parseDay } from '../../annotations/dates/calendar-date.ts'
import { type Make, number, onFolder, wrong } from './cli-options.ts'

export const match: Make = ({ words: [more] }) =>
  more ? wrong({ kind: 'too-many', what: more }) : { kind: 'match' }

export const dates: Make = ({ words: [more], text, flags }) => {
  if (more) return wrong({ kind: 'too-many', what: more })
  const anchor = text.get('anchor')
  if (anchor !== undefined && !parseDay(anchor)) return wrong({ kind: 'bad-day', day: anchor })
  return { kind: 'dates', anchor, jsonl: flags.has('jsonl') }
}

export const search: Make = (given, at) => {
  const { words, text, flags } = given
  const [folder, ...query] = words
  if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
  if (query.length === 0) return wrong({ kind: 'missing', what: 'QUERY' })
  const input = {
    project: at(folder),
    query: query.join(' '),
    // Which orders there are is the contract's to say.
    order: text.get('sort') as Asked<'search.query'>['order'],
    limit: number(given, 'limit'),
  }
  return { kind: 'search', input, json: flags.has('json') }
}

export const stats = onFolder((project, { text, flags }) => {
  const annotator = text.get('annotator')
  const filter = annotator === undefined ? {} : { annotator }
  return { kind: 'stats', input: { project, filter }, json: flags.has('json') }
})
