import type { Concordance } from '../../annotations/api/searching.ts'
import { askedThread } from '../threads/asked-thread.ts'
import type { Asked } from './search-project.ts'
import type { CopyGroup, SearchService } from './search-service.ts'

export type SearchQuestion =
  | { kind: 'query'; folder: string; asked: Asked }
  | { kind: 'copies'; folder: string }
export type Touched = { folder: string; ids: readonly string[] | 'all' }

/** What is only looked at while texts are read is given back soon: the index itself is no object of the heap. */
export const searchLimits = { resourceLimits: { maxYoungGenerationSizeMb: 16 } }

export function searchThread(script: string): SearchService {
  const thread = askedThread<SearchQuestion, Touched>(script, searchLimits)
  return {
    query: (folder, asked, watch) =>
      thread.ask({ kind: 'query', folder, asked }, watch) as Promise<Concordance>,
    copies: (folder, watch) =>
      thread.ask({ kind: 'copies', folder }, watch) as Promise<CopyGroup[]>,
    touch: (folder, ids) => thread.note({ folder, ids }),
  }
}
