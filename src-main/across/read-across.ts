import {
  type AcrossCorpus,
  corpusOf,
  type SetRank,
  speakingSet,
} from '../../annotations/across/corpus.ts'
import { type Statement, statementsOf } from '../../annotations/across/statement.ts'
import { type SetFacts, secondsOf } from '../../annotations/across/statistics.ts'
import { linkedMentions } from '../../annotations/actors/mentions.ts'
import { registerOf } from '../../annotations/actors/register.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { readLog } from '../storage/action-log.ts'
import { actorRoom } from '../storage/actor-store.ts'
import { findSets } from '../storage/find-sets.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { propositionRoom } from '../storage/proposition-store.ts'
import { readSet, readSetNow } from '../storage/read-set.ts'
import { disk } from './disk.ts'
import { keptRecords } from './kept-records.ts'

/** What the main side knows of a project already; everything else is read here. */
export type Known = {
  documents: {
    id: string
    title: string
    outlet?: string | undefined
    published?: string | undefined
    words: number
  }[]
  scheme: LabelScheme
}

/** All that is read of a project; another object as soon as anything of it is another. */
export type ReadAcross = {
  corpus: AcrossCorpus
  facts: SetFacts[]
  /** Files that could not be read. */
  unreadable: number
  /** By every id, those merged into others too. */
  register: ReadonlyMap<string, Actor>
}

type ReadSet = { statements: Statement[]; facts: SetFacts; timed: boolean }
/** A file that could not be read has no set, and is tried again. */
type ReadFile = { stamp: string; set: ReadSet | undefined }
type File = { annotator: string; document: Known['documents'][number]; key: string; stamp: string }

/** Logs read at once. */
const width = 16

/** One project's sets read, and read again where their files changed. */
export function acrossReader(paths: ProjectPaths, near = disk()) {
  const [actorsNow, codebookNow] = [
    keptRecords(actorRoom(paths), near),
    keptRecords(propositionRoom(paths), near),
  ]
  let read = new Map<string, ReadFile>()
  let of: { actors?: readonly Actor[]; codebook?: readonly Proposition[] } = {}
  let register: ReadonlyMap<string, Actor> = new Map()
  let state: ReadAcross | undefined

  function readOf({ document, annotator }: File, set: AnnotationSet, scheme: LabelScheme): ReadSet {
    const labels: Record<string, number> = {}
    for (const { label } of set.annotations) labels[label] = (labels[label] ?? 0) + 1
    const linked = linkedMentions(set.annotations, scheme)
    const actors = new Set(linked.map(({ actor }) => register.get(actor)?.id ?? actor))
    const facts: SetFacts = {
      document: document.id,
      annotator,
      status: set.status,
      labels,
      actors: [...actors],
      seconds: null,
    }
    return { statements: statementsOf(document, set, register), facts, timed: false }
  }

  /** Every set of a document that is known, with the stamp of its file and of what is said of the document. */
  async function filesNow(documents: Known['documents']): Promise<File[]> {
    const byId = new Map(documents.map(one => [one.id, one]))
    const found = await findSets(paths, () => {}, near.list)
    const files = [...found].flatMap(([annotator, ids]) =>
      ids.flatMap(id => {
        const document = byId.get(id)
        return document ? [{ annotator, document, key: `${id}/${annotator}` }] : []
      }),
    )
    const stamps = await near.stamps(
      files.map(({ annotator, document }) => paths.set(annotator, document.id)),
    )
    return files.map((file, at) => {
      const { title, outlet, published } = file.document
      return { ...file, stamp: `${stamps[at]} ${title} ${outlet} ${published}` }
    })
  }

  async function bringUpToDate(
    { documents, scheme }: Known,
    progress: (done: number, total: number) => void,
  ): Promise<ReadAcross> {
    const [actors, codebook] = [await actorsNow(), await codebookNow()]
    if (actors !== of.actors) {
      register = registerOf(actors)
      read = new Map()
    }
    const files = await filesNow(documents)
    const changed = files.filter(({ key, stamp }) => {
      const known = read.get(key)
      return known?.stamp !== stamp || known.set === undefined
    })
    const had = files.length - changed.length
    const found = await near.each(
      changed,
      file => {
        try {
          return readOf(file, readSetNow(paths, file.annotator, file.document.id), scheme)
        } catch {
          return undefined
        }
      },
      async file => {
        const set = await readSet(paths, file.annotator, file.document.id).catch(() => undefined)
        return set && readOf(file, set, scheme)
      },
      done => progress(had + done, files.length),
    )
    const isAsBefore =
      files.length === read.size &&
      changed.every(({ key, stamp }, at) => !found[at] && read.get(key)?.stamp === stamp)
    if (state && isAsBefore && actors === of.actors && codebook === of.codebook) return state
    const fresh = new Map(
      changed.map(({ key, stamp }, at): [string, ReadFile] => [key, { stamp, set: found[at] }]),
    )
    read = new Map(files.map(({ key }) => [key, (fresh.get(key) ?? read.get(key)) as ReadFile]))
    of = { actors, codebook }
    state = stateOf(codebook)
    return state
  }

  function stateOf(codebook: readonly Proposition[]): ReadAcross {
    const order = [...read]
      .sort(([a], [b]) => byCodePoint(a, b))
      .flatMap(([, { set }]) => set ?? [])
    const ranks = new Map<string, SetRank[]>()
    for (const { facts, statements } of order) {
      const list = ranks.get(facts.document) ?? []
      list.push({ annotator: facts.annotator, status: facts.status, claims: statements.length })
      ranks.set(facts.document, list)
    }
    const chosen = new Set([...ranks].map(([document, sets]) => `${document}/${speakingSet(sets)}`))
    const statements = order.flatMap(({ statements }) => statements)
    return {
      corpus: corpusOf(statements, chosen, codebook),
      facts: order.map(({ facts }) => facts),
      unreadable: read.size - order.length,
      register,
    }
  }

  /** The logs of actions are read for the one view that tells of time. */
  async function readTimes(): Promise<void> {
    const sets = [...read.values()].flatMap(({ set }) => set ?? [])
    await inParallel(sets, width, async one => {
      if (one.timed) return
      const { annotator, document } = one.facts
      const log = await readLog(paths, annotator, document).catch(() => undefined)
      const times = log?.entries.map(({ at }) => Date.parse(at)) ?? []
      one.facts.seconds = times.length > 1 ? secondsOf(times) : null
      one.timed = true
    })
  }

  return { bringUpToDate, readTimes }
}
