import { actorKindChoices } from '../../annotations/model/default-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, language, say } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'

type Name = { ar: string; en?: string | undefined }

/** In the language of the page, where there is a name in it. */
export const nameIn = ({ ar, en }: Name) => (language() === 'en' && en) || ar

export const outletName = (outlet: string | undefined) => outlet || say('across.unknown-outlet')

/** A party; `outlet:` and nothing is the voice of an outlet nobody knows. */
export const partyName = (party: { key: string; name: Name }) =>
  nameIn(party.name) || (party.key === 'outlet:' ? outletName('') : say('across.unknown-kind'))

function choiceName(scheme: LabelScheme | undefined, attribute: string, id: string) {
  for (const { attributes } of scheme?.labels ?? [])
    for (const one of attributes)
      if (one.id === attribute && one.type === 'choice')
        for (const choice of one.choices) if (choice.id === id) return choice.name[language()]
  return undefined
}

const schemeNow = () => useSession.getState().project?.project.scheme

/** The scheme's own word for a stance. */
export const stanceName = (stance: string | null) =>
  stance === null || stance === ''
    ? say('across.no-stance')
    : (choiceName(schemeNow(), 'stance', stance) ?? stance)

export const kindName = (kind: string | null) =>
  kind === null || kind === ''
    ? say('across.unknown-kind')
    : (choiceName(schemeNow(), 'kind', kind) ??
      actorKindChoices.find(({ id }) => id === kind)?.name[language()] ??
      kind)

/** A date's value as words where it is a day, a month or a year, else as it is written. */
export const dateWords = (value: string) =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? formatPublished(value) : value

export const percent = (part: number, whole: number) =>
  whole === 0
    ? ''
    : `${formatNumber(Math.round((100 * part) / whole))}${language() === 'ar' ? '٪' : '%'}`

/** In a drawing, whose direction is left to right, or among other words: letters keep to their own. */
export const isolated = (text: string) => `\u2068${text}\u2069`

/** Cut in the middle of a row, not of a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most)}…`
}
