import type { DocumentEntry } from '../../annotations/api/views.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { language, say } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { tag } from './actions.ts'
import { commands } from './commands.ts'
import { goToActor } from './go-to-actor.ts'
import { keysOf, perform } from './keymap.ts'
import { openDocument } from './navigation.ts'
import { useSession } from './session.ts'
import { settingChoices } from './setting-choices.ts'

export type PaletteItem = {
  id: string
  kind: 'command' | 'label' | 'document' | 'actor' | 'setting'
  name: string
  note: string
  chord: string | undefined
  run(): void
}

/** What is searched, folded once for each thing however often the palette opens. */
const known = new WeakMap<object, { name: string; all: string }>()
function foldedOf(thing: object, name: string, note: string) {
  const folded = known.get(thing) ?? {
    name: fold(name).folded,
    all: fold(`${name} ${note}`).folded,
  }
  known.set(thing, folded)
  return folded
}

type Entry = { thing: object; name: string; note: string; item(): PaletteItem }

/** What a document is searched by is at hand; how it is written is worked out for those that are shown. */
const ofDocument = (entry: DocumentEntry): Entry => ({
  thing: entry,
  name: entry.title,
  note: `${entry.outlet ?? ''} ${entry.published ?? ''}`,
  item: () => ({
    id: `document ${entry.id}`,
    kind: 'document',
    name: entry.title,
    note: [entry.outlet, formatPublished(entry.published)].filter(Boolean).join(' · '),
    chord: undefined,
    run: () => void openDocument(entry.id),
  }),
})

function ofActor(actor: Actor): Entry {
  const name = (language() === 'en' && actor.name.en) || actor.name.ar
  const others = [actor.name.ar, actor.name.en, ...actor.aliases].filter(n => n && n !== name)
  // Names of both directions in one line: each keeps to itself.
  const note = others.map(other => `\u2068${other}\u2069`).join('، ')
  return {
    thing: actor,
    name,
    note,
    item: () => ({
      id: `actor ${actor.id}`,
      kind: 'actor',
      name,
      note,
      chord: undefined,
      run: () => goToActor(actor),
    }),
  }
}

const plain = (item: PaletteItem): Entry => ({
  thing: item,
  name: item.name,
  note: item.note,
  item: () => item,
})

/** Commands, labels and settings: few, and made anew in the language of the moment. */
function fixed(): Entry[] {
  const { project } = useSession.getState()
  const labels = project?.project.scheme.labels ?? []
  return [
    ...commands
      .filter(({ id }) => id !== 'palette')
      .map(({ id, name, group }) =>
        plain({
          id: `command ${id}`,
          kind: 'command',
          name: say(name),
          note: say(group),
          chord: keysOf(id)[0],
          run: () => perform(id),
        }),
      ),
    ...labels.map(label =>
      plain({
        id: `label ${label.id}`,
        kind: 'label',
        name: say('labels.tag', { label: label.name[language()] }),
        note: `${label.name.ar} ${label.name.en}`,
        chord: label.keys[0],
        run: () => tag(label.id),
      }),
    ),
    ...settingChoices().flatMap(({ id, name, choices }) =>
      choices.map(choice =>
        plain({
          id: `setting ${id} ${choice.id}`,
          kind: 'setting',
          name: `${say(name)}: ${choice.name}`,
          note: say('command.settings'),
          chord: undefined,
          run: () => void choice.choose(),
        }),
      ),
    ),
  ]
}

/** How many are offered; the rest are found by typing more. */
const offered = 50

type PaletteScope = 'all' | 'document' | 'command'

const rankOf = (name: string, first: string) =>
  name.startsWith(first) ? 0 : name.includes(` ${first}`) ? 1 : name.includes(first) ? 2 : 3

/** Answers a query of folded words: names that begin so first, then names that hold it, then what else is known. */
export function paletteSearch(scope: PaletteScope): (query: string) => PaletteItem[] {
  const { documents, actors } = useSession.getState()
  const few = scope === 'document' ? [] : fixed()
  const many = scope === 'command' ? [] : documents
  const people = scope === 'all' ? actors : []
  return query => {
    const words = fold(query.trim()).folded.split(/\s+/u).filter(Boolean)
    const [first] = words
    if (first === undefined)
      return [...few, ...many.slice(0, offered).map(ofDocument)]
        .slice(0, offered)
        .map(e => e.item())
    /** By rank, in the order found, no more of each than are shown. */
    const found: Entry[][] = [[], [], [], []]
    const look = (entry: Entry) => {
      const { name, all } = foldedOf(entry.thing, entry.name, entry.note)
      if (!words.every(word => all.includes(word))) return
      const same = found[rankOf(name, first)]
      if (same && same.length < offered) same.push(entry)
    }
    for (const entry of few) look(entry)
    for (const actor of people) look(ofActor(actor))
    for (const document of many) look(ofDocument(document))
    return found
      .flat()
      .slice(0, offered)
      .map(entry => entry.item())
  }
}

/** Fold the documents' titles a few at a time, so that the first letter typed is not late (8 ms a turn). */
export function foldAhead(): () => void {
  const { documents } = useSession.getState()
  let at = 0
  let timer: ReturnType<typeof setTimeout>
  const turn = () => {
    const until = performance.now() + 8
    while (at < documents.length && performance.now() < until) {
      const { thing, name, note } = ofDocument(documents[at++] as DocumentEntry)
      foldedOf(thing, name, note)
    }
    if (at < documents.length) timer = setTimeout(turn)
  }
  timer = setTimeout(turn)
  return () => clearTimeout(timer)
}
