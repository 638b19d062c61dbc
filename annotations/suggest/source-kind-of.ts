import type { SourceKind } from '../model/source-kind.ts'
import type { Mention } from './mention.ts'

/** The kind of source a mention is, by the rule it comes from and its first words. */
export function sourceKindOf(mention: Mention, head: string): SourceKind {
  const { rule, kind, count, number } = mention
  if (rule === 'capital') return 'country-metonymy'
  if (rule === 'title') return 'titled-person'
  if (/^(?:بيان|رساله|وثيقه|تقرير|مسوده)(?: |$)/.test(head)) return 'document'
  switch (kind) {
    case 'state':
      return 'country'
    case 'media':
      return 'news-agency'
    case 'armed-group':
      return 'armed-group'
    case 'anonymous-source':
      if (count !== undefined && count > 1) return 'anonymous-plural'
      if (/مصادر/.test(head)) return 'informed-sources'
      return number === 'plural' ? 'anonymous-plural' : 'anonymous-official'
    case 'government-body':
    case 'organisation':
      return 'institution'
    case 'person':
      return 'named-person'
    default:
      return 'group'
  }
}
