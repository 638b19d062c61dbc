import type { Filter } from '../../annotations/analysis/query.ts'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { furniture, regionKinds } from '../../annotations/model/document.ts'
import type { IndexedDocument } from './indexed-document.ts'
import type { Regions } from './run-query.ts'

function inDates(published: string | undefined, value: string): boolean {
  if (published === undefined) return false
  const [from = '', to] = value.includes('..') ? value.split('..') : [value, value]
  const first = published.slice(0, from.length)
  const last = to ? published.slice(0, to.length) : ''
  return (from === '' || first >= from) && (!to || last <= to)
}

/** Does a document pass a filter over documents? */
export function isDocument(document: IndexedDocument, { name, value }: Filter): boolean {
  const within = (text: string | undefined) =>
    text !== undefined && findMatches(text, value, 'word').length > 0
  switch (name) {
    case 'outlet':
      return within(document.outlet)
    case 'author':
      return within(document.author)
    case 'title':
      return within(document.title)
    case 'date':
      return inDates(document.published, value)
    default:
      return true
  }
}

const regionNames: Readonly<Record<string, string>> = {
  متن: 'body',
  عنوان: 'title',
  كاتب: 'byline',
  تاريخ: 'dateline',
  صوره: 'caption',
  زوائد: 'boilerplate',
  الكل: 'all',
}

/** Furniture is left out unless it is asked for. */
export function regionsOf(filters: readonly Filter[]): Regions {
  const asked = filters.filter(({ name }) => name === 'region')
  const names = asked.map(({ value }) => regionNames[fold(value).folded] ?? value.toLowerCase())
  return regionKinds.map(kind => {
    if (asked.length === 0) return !furniture.includes(kind)
    return asked.some(({ not }, at) => (names[at] === 'all' || names[at] === kind) !== not)
  })
}
