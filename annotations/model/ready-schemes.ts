import { defaultScheme } from './default-scheme.ts'
import { discourseScheme } from './discourse-scheme.ts'
import { namedEntitiesScheme } from './named-entities-scheme.ts'
import type { Bilingual, LabelScheme } from './scheme.ts'

export const readySchemeIds = ['claims', 'entities', 'discourse'] as const
export type ReadySchemeId = (typeof readySchemeIds)[number]

/** Schemes that ship with the app: a project begins with one of them and shapes it. */
export const readySchemes: Record<ReadySchemeId, { name: Bilingual; scheme: LabelScheme }> = {
  claims: {
    name: { ar: 'فاعلون وتواريخ وادعاءات', en: 'Actors, dates, claims' },
    scheme: defaultScheme,
  },
  entities: {
    name: { ar: 'أسماء الأعلام', en: 'Named entities' },
    scheme: namedEntitiesScheme,
  },
  discourse: {
    name: { ar: 'تصريحات الخطاب', en: 'Discourse statements' },
    scheme: discourseScheme,
  },
}
