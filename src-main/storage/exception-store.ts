import { fold } from '../../annotations/arabic/fold.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import type { Exceptions } from '../../annotations/model/exceptions.ts'
import { storedExceptions } from '../../annotations/model/stored.ts'
import type { ProjectPaths } from './paths.ts'
import { recordStore } from './record-store.ts'

export type ExceptionStore = ReturnType<typeof exceptionStore>

const key = (text: string) => fold(text).folded.trim()

/** Strings that name nobody in this project, a file for each annotator who said so. */
export function exceptionStore(paths: ProjectPaths) {
  const { all, change } = recordStore<Exceptions>({
    paths,
    folder: paths.exceptions,
    stored: storedExceptions,
    idOf: value => value.annotator,
    isId: name => annotator.safeParse(name).success,
  })

  /** Every string once, however many said it. */
  async function strings(): Promise<string[]> {
    const { values } = await all()
    const byKey = new Map<string, string>()
    for (const { text } of values.flatMap(({ strings }) => strings))
      if (!byKey.has(key(text))) byKey.set(key(text), text)
    return [...byKey.values()]
  }

  /** Folded, as the suggester asks for them. */
  const folded = async () => new Set((await strings()).map(key))

  async function add(who: string, texts: readonly string[], at: Date): Promise<void> {
    const wanted = texts.map(text => text.trim()).filter(text => key(text) !== '')
    if (wanted.length === 0) return
    await change(who, now => {
      const known = new Set(now?.strings.map(({ text }) => key(text)))
      const news = wanted.filter(text => !known.has(key(text)) && known.add(key(text)))
      if (now && news.length === 0) return now
      const added = news.map(text => ({ text, at: at.toISOString() }))
      return { annotator: who, strings: [...(now?.strings ?? []), ...added] }
    })
  }

  /** Whoever said it, it is said no more. */
  async function remove(texts: readonly string[]): Promise<void> {
    const gone = new Set(texts.map(key))
    for (const { annotator: who } of (await all()).values)
      await change(who, now => {
        const left = now?.strings.filter(({ text }) => !gone.has(key(text)))
        return now && left && left.length < now.strings.length ? { ...now, strings: left } : now
      })
  }

  return { all, strings, folded, add, remove }
}
