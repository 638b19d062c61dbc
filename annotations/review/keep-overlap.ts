import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { mayLie } from '../model/overlap.ts'
import type { OverlapPolicy } from '../model/scheme.ts'
import type { Content } from './saying.ts'
import { type Choice, contentsOf } from './settle.ts'

type Placed = Pick<Annotation, 'id' | 'spans'>

/**
 * Choices of a rule made to fit the scheme's policy: what may not lie over what is there already is left out, those whom
 * more annotators say first, and what is left out is left to a person.
 */
export function keepOverlap(
  choices: readonly Choice[],
  gold: AnnotationSet,
  policy: OverlapPolicy,
): Choice[] {
  if (policy === 'any') return [...choices]
  const replaced = new Set(
    choices.flatMap(({ judged }) => judged.decisions.flatMap(({ made }) => made)),
  )
  const there: Placed[] = gold.annotations.filter(({ id }) => !replaced.has(id))
  const kept = new Map<Choice, Choice>()
  const strongest = [...choices].sort((a, b) => b.took.length - a.took.length)
  for (const choice of strongest) {
    if (choice.judged.item.about !== 'annotation' || choice.way === 'clear') {
      kept.set(choice, choice)
      continue
    }
    const all = contentsOf(choice)
    const fitting: Content[] = []
    for (const content of all) {
      const placed = { id: `new-${there.length}`, spans: content.spans }
      if (!there.every(other => mayLie(placed, other, policy))) continue
      there.push(placed)
      fitting.push(content)
    }
    kept.set(
      choice,
      fitting.length === all.length ? choice : { ...choice, contents: fitting, open: true },
    )
  }
  return choices.map(choice => kept.get(choice) ?? choice)
}
