import type { Annotation } from '../model/annotation.ts'

/** What a suggestion is known by, whoever makes it and however often: its label and its place in the text (UTF-16). */
export const suggestionKey = ({ label, spans }: Pick<Annotation, 'label' | 'spans'>): string =>
  `${label} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`
