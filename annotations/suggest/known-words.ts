import { nameWords } from '../arabic/names.ts'
import type { Actor } from '../model/actor.ts'
import { bodyHeads, factionHeads, forceHeads, groupHeads, namedBodies } from './words/bodies.ts'
import { once } from './words/folded-set.ts'
import { agencyNames, mediaHeads, outletNames } from './words/media.ts'
import { givenNames, members, singleNames, sourceNouns, titles } from './words/people.ts'
import { reportingForms } from './words/reporting.ts'
import { states } from './words/states.ts'

/** After ل in the words of an office. */
const offices = ['شءون', 'نظيره', 'نظيرها', 'نظيرته', 'نظيرتها', 'نظيرهم']

const own = once(() => {
  const words = new Set<string>(offices)
  const lists = [
    bodyHeads(),
    factionHeads(),
    forceHeads(),
    groupHeads(),
    mediaHeads(),
    titles(),
    sourceNouns(),
    members(),
    givenNames(),
    singleNames(),
  ]
  // للجنة is of the committee, as للحكومة; only of a name is the lam its own: للبنان.
  const isNoun = (word: string) => word.startsWith('ل') && !givenNames().has(word)
  for (const list of lists)
    for (const word of list) if (word.length >= 3 && !isNoun(word)) words.add(word)
  const phrases = [
    ...agencyNames(),
    ...outletNames(),
    ...states().names.keys(),
    ...states().capitals.keys(),
    // لشؤون، والإحصاء: what a body is for is no word of its own.
    ...namedBodies().map(({ words }) => words.filter(word => !/^(?:ل|وال)/.test(word)).join(' ')),
  ]
  // فكتب، فاتهم: cut before a verb as before any word that is known.
  for (const [word, { form }] of reportingForms())
    if (form === 'perfect' && word.length >= 3) words.add(word)
  // للطاقة, within a name: cut as anywhere.
  for (const phrase of phrases)
    for (const word of phrase.split(' '))
      if (word.length >= 3 && !word.startsWith('لل')) words.add(word)
  return words
})

/** Words that a clitic may stand before and that are never cut themselves: the lexicons' and the register's. */
export function knownWords(actors: readonly Actor[]): ReadonlySet<string> {
  if (actors.length === 0) return own()
  const names = nameWords(actors.flatMap(({ name, aliases }) => [name.ar, ...aliases]))
  return new Set([...own(), ...names])
}
