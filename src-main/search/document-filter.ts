import { regionNamed } from '../../annotations/analysis/filter-values.ts'
import type { Filter } from '../../annotations/analysis/query.ts'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
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

/** What a filter over documents lets through. */
export function documentFilter({
  name,
  value,
  not,
}: Filter): (document: IndexedDocument) => boolean {
  // Thousands of documents are of a few outlets.
  const known = new Map<string, boolean>()
  function within(text: string | undefined): boolean {
    if (text === undefined) return false
    const found = known.get(text) ?? findMatches(text, value, 'word').length > 0
    known.set(text, found)
    return found
  }
  switch (name) {
    case 'outlet':
      return ({ outlet }) => within(outlet) !== not
    case 'author':
      return ({ author }) => within(author) !== not
    case 'title':
      return ({ title }) => within(title) !== not
    case 'date':
      return ({ published }) => inDates(published, value) !== not
    default:
      return () => true
  }
}

/** Furniture is left out unless it is asked for. */
export function regionsOf(filters: readonly Filter[]): Regions {
  const asked = filters.filter(({ name }) => name === 'region')
  const names = asked.map(({ value }) => regionNamed(value))
  return regionKinds.map(kind => {
    if (asked.length === 0) return !furniture.includes(kind)
    return asked.some(({ not }, at) => (names[at] === 'all' || names[at] === kind) !== not)
  })
}
