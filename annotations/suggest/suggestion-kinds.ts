export const suggestionKinds = ['actors', 'dates', 'claims'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]
