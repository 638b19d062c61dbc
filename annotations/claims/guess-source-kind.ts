import type { Attributes } from '../model/annotation.ts'
import type { SourceKind } from '../model/source-kind.ts'

/** How a source is likely to be known, by what its mention says of it; undefined where that says nothing. */
export function guessSourceKind({ kind, count }: Attributes): SourceKind | undefined {
  switch (kind) {
    case 'person':
      return 'named-person'
    case 'organisation':
    case 'government-body':
      return 'institution'
    case 'armed-group':
      return 'armed-group'
    case 'state':
      return 'country'
    case 'media':
      return 'news-agency'
    case 'anonymous-source':
      return typeof count === 'number' && count > 1 ? 'anonymous-plural' : 'anonymous-official'
    case 'other':
      return 'group'
    default:
      return undefined
  }
}
