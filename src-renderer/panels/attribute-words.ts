import type { Annotation } from '../../annotations/model/annotation.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, language, say } from '../strings/words.ts'
import { sayDate } from './date-words.ts'

/** The name of a choice in the interface's language. */
export function choiceName(labelId: string, attributeId: string, choiceId: string): string {
  const scheme = useSession.getState().project?.project.scheme
  const attribute =
    scheme && labelOf(scheme, labelId)?.attributes.find(({ id }) => id === attributeId)
  const choice =
    attribute?.type === 'choice' ? attribute.choices.find(({ id }) => id === choiceId) : undefined
  return choice?.name[language()] ?? choiceId
}

type AttributeWords = { id: string; words: string; ltr: boolean }

/** An annotation's attributes as short words, in the scheme's order. */
export function attributeWords(annotation: Annotation): AttributeWords[] {
  const { project, register, propositions } = useSession.getState()
  const label = project && labelOf(project.project.scheme, annotation.label)
  return (label?.attributes ?? []).flatMap(({ id, type }): AttributeWords[] => {
    const value = annotation.attributes[id]
    if (value === undefined) return []
    if (typeof value === 'object') return [{ id, words: sayDate(value), ltr: false }]
    if (typeof value === 'number') return [{ id, words: formatNumber(value), ltr: false }]
    if (typeof value === 'boolean') return [{ id, words: say(value ? 'yes' : 'no'), ltr: false }]
    if (type === 'choice')
      return [{ id, words: choiceName(annotation.label, id, value), ltr: false }]
    if (type === 'actor') {
      const actor = register.get(value)
      return [
        {
          id,
          words: (language() === 'en' && actor?.name.en) || actor?.name.ar || value,
          ltr: false,
        },
      ]
    }
    if (type === 'proposition') {
      const code = propositions.find(one => one.id === value)?.code
      return [{ id, words: code ?? value, ltr: false }]
    }
    return [{ id, words: value, ltr: false }]
  })
}
