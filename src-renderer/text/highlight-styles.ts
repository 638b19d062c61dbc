import { deepest } from '../../annotations/model/placement.ts'
import type { Label, LabelScheme } from '../../annotations/model/scheme.ts'

/** One name a label and level; every rule is told apart by colour and by its line's style and offset. */
export const highlightName = (label: string, level: number) => `label-${label}-${level}`

/** What is only suggested of a label: its colour as a dotted line, and no ground. */
export const suggestedName = (label: string) => `suggested-${label}`

/** What lies over what: areas under fills under lines, deeper over shallower, then what is at hand. */
export function priorityOf(label: Label, level: number): number {
  const base = !label.fill ? 20 : label.underline === 'none' ? 0 : 10
  return base + level
}
export const overlayPriority = {
  suggested: 30,
  linked: 40,
  current: 50,
  selection: 60,
  found: 70,
} as const

const first = 7
const step = 5

function ruleOf(label: Label, level: number): string {
  const ink = `var(--${label.colour})`
  const ground = `var(--${label.colour}-bg)`
  const deeper = level === 0 ? ground : `color-mix(in srgb, ${ground} ${100 - level * 14}%, ${ink})`
  // A label without a line still needs one where it stacks on itself.
  const bare = label.underline === 'none'
  const style = bare ? (level > 0 ? 'solid' : 'none') : label.underline
  // Lines of labels that lie together are kept apart: filled ones close to the letters, bare lines below.
  const offset = first + level * step + (label.fill ? 0 : 4)
  const fill = label.fill ? `background-color: ${deeper};` : ''
  const line =
    style === 'none'
      ? ''
      : `text-decoration: underline ${style} ${bare ? 1 : 2}px ${ink}; text-underline-offset: ${offset}px; text-decoration-skip-ink: none;`
  return `p::highlight(${highlightName(label.id, level)}) { ${fill} ${line} }`
}

/**
 * The rules for a scheme. Colours are the theme's tokens, so that a change of theme needs no painting. All rules of
 * highlights are of paragraphs: one of no element in particular would be reckoned for every element there is.
 */
function highlightRules(scheme: LabelScheme): string {
  const suggested = (label: Label) =>
    `p::highlight(${suggestedName(label.id)}) { text-decoration: underline dotted 2px var(--${label.colour}); text-underline-offset: ${label.fill && label.underline === 'none' ? 12 : 7}px; text-decoration-skip-ink: none; }`
  return scheme.labels
    .flatMap(label => [
      ...Array.from({ length: deepest + 1 }, (_, level) => ruleOf(label, level)),
      suggested(label),
    ])
    .join('\n')
}

const sheet = new CSSStyleSheet()

/** Put the scheme's rules on the page. */
export function applyHighlightRules(scheme: LabelScheme): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  sheet.replaceSync(highlightRules(scheme))
}
