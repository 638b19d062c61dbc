import { stat } from 'node:fs/promises'
import { type Board, boardOf, columnOf } from '../../annotations/across/board.ts'
import {
  type AcrossCorpus,
  corpusOf,
  type SetRank,
  speakingSet,
} from '../../annotations/across/corpus.ts'
import { matching } from '../../annotations/across/filter.ts'
import { type Line, lineOf } from '../../annotations/across/line.ts'
import { type Network, networkOf } from '../../annotations/across/network.ts'
import { type Profile, profileOf } from '../../annotations/across/profile.ts'
import { type Statement, statementsOf } from '../../annotations/across/statement.ts'
import {
  type SetFacts,
  type Statistics,
  secondsOf,
  statisticsOf,
} from '../../annotations/across/statistics.ts'
import { type Timeline, timelineOf } from '../../annotations/across/timeline.ts'
import { linkedMentions } from '../../annotations/actors/mentions.ts'
import { registerOf } from '../../annotations/actors/register.ts'
import type { Facets } from '../../annotations/api/across.ts'
import type { Input, Method } from '../../annotations/api/contract.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { readLog } from '../storage/action-log.ts'
import { findSets } from '../storage/find-sets.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readSet } from '../storage/read-set.ts'

/** What the main side knows of a project already; sets are read here. */
export type Known = {
  documents: {
    id: string
    title: string
    outlet?: string | undefined
    published?: string | undefined
    words: number
  }[]
  /** As the files are, those merged into others too. */
  actors: readonly Actor[]
  propositions: readonly Proposition[]
  scheme: LabelScheme
}

type Asked<M extends Method> = Omit<Input<M>, 'project' | 'job'>

export type Question =
  | { kind: 'board'; asked: Asked<'across.board'> }
  | { kind: 'timeline'; asked: Asked<'across.timeline'> }
  | { kind: 'network'; asked: Asked<'across.network'> }
  | { kind: 'profile'; asked: Asked<'across.profile'> }
  | { kind: 'statistics'; asked: Asked<'across.statistics'> }
  | { kind: 'facets'; asked: Asked<'across.facets'> }
  | { kind: 'lines'; asked: Asked<'across.lines'> }

export type Answers = {
  board: Board
  timeline: Timeline
  network: Network
  profile: Profile
  statistics: Statistics
  facets: Facets
  lines: { total: number; lines: Line[] }
}

type ReadSetFile = {
  stamp: string
  statements: Statement[]
  facts: SetFacts
  /** Its log of actions was read. */
  timed: boolean
}

/** Files looked at at once. */
const width = 16

async function stampOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  return found ? `${found.size}:${found.mtimeMs}` : ''
}

/** One project read across: its sets are read once, and again where their files changed. */
export function acrossProject(paths: ProjectPaths) {
  let read = new Map<string, ReadSetFile>()
  let register = { key: '', actors: new Map<string, Actor>() }
  let state:
    | { key: string; corpus: AcrossCorpus; facts: SetFacts[]; unreadable: number }
    | undefined
  let reading: Promise<unknown> = Promise.resolve()

  async function readOne(
    annotator: string,
    document: Known['documents'][number],
    stamp: string,
    scheme: LabelScheme,
  ): Promise<ReadSetFile | undefined> {
    const set = await readSet(paths, annotator, document.id).catch(() => undefined)
    if (!set) return undefined
    const labels: Record<string, number> = {}
    for (const { label } of set.annotations) labels[label] = (labels[label] ?? 0) + 1
    const linked = linkedMentions(set.annotations, scheme)
    const actors = new Set(linked.map(({ actor }) => register.actors.get(actor)?.id ?? actor))
    return {
      stamp,
      statements: statementsOf(document, set, register.actors),
      timed: false,
      facts: {
        document: document.id,
        annotator,
        status: set.status,
        labels,
        actors: [...actors],
        seconds: null,
      },
    }
  }

  /** The logs of actions are read for the one view that tells of time. */
  async function readTimes() {
    await inParallel([...read.values()], width, async one => {
      if (one.timed) return
      const { annotator, document } = one.facts
      const log = await readLog(paths, annotator, document).catch(() => undefined)
      const times = log?.entries.map(({ at }) => Date.parse(at)) ?? []
      one.facts.seconds = times.length > 1 ? secondsOf(times) : null
      one.timed = true
    })
  }

  async function bringUpToDate(known: Known, progress: (done: number, total: number) => void) {
    const actorsKey = JSON.stringify(known.actors)
    if (register.key !== actorsKey) {
      register = { key: actorsKey, actors: registerOf(known.actors) }
      read = new Map()
    }
    const found = await findSets(paths, () => {})
    const documents = new Map(known.documents.map(one => [one.id, one]))
    const files = [...found].flatMap(([annotator, ids]) =>
      ids.flatMap(id => {
        const document = documents.get(id)
        return document ? [{ annotator, document }] : []
      }),
    )
    const now = new Map<string, ReadSetFile>()
    let [done, unreadable] = [0, 0]
    await inParallel(files, width, async ({ annotator, document }) => {
      // What is said of a document is in its claims, too.
      const { id, title, outlet, published } = document
      const stamp = `${await stampOf(paths.set(annotator, id))} ${title} ${outlet} ${published}`
      const key = `${id}/${annotator}`
      const old = read.get(key)
      const one =
        old?.stamp === stamp ? old : await readOne(annotator, document, stamp, known.scheme)
      if (one) now.set(key, one)
      else unreadable++
      progress(++done, files.length)
    })
    const same = now.size === read.size && [...now].every(([key, one]) => read.get(key) === one)
    read = now
    const codebookKey = JSON.stringify(known.propositions)
    if (same && state?.key === codebookKey) return
    const order = [...now].sort(([a], [b]) => byCodePoint(a, b)).map(([, one]) => one)
    const ranks = new Map<string, SetRank[]>()
    for (const { facts, statements } of order) {
      const list = ranks.get(facts.document) ?? []
      list.push({ annotator: facts.annotator, status: facts.status, claims: statements.length })
      ranks.set(facts.document, list)
    }
    const chosen = new Set([...ranks].map(([document, sets]) => `${document}/${speakingSet(sets)}`))
    state = {
      key: codebookKey,
      corpus: corpusOf(
        order.flatMap(({ statements }) => statements),
        chosen,
        known.propositions,
      ),
      facts: order.map(({ facts }) => facts),
      unreadable,
    }
  }

  function facetsOf({ corpus, unreadable }: NonNullable<typeof state>, known: Known): Facets {
    const outlets = new Map<string, number>()
    const actors = new Map<string, Facets['actors'][number]>()
    for (const { outlet = '', chain, document, annotator } of corpus.statements) {
      if (!corpus.chosen.has(`${document}/${annotator}`)) continue
      outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1)
      for (const { party } of chain) {
        if (!party.registered) continue
        const one = actors.get(party.key) ?? { key: party.key, name: party.name, statements: 0 }
        one.statements++
        actors.set(party.key, one)
      }
    }
    const months = known.documents
      .flatMap(({ published }) => published?.slice(0, 7) ?? [])
      .sort(byCodePoint)
    const chosen = corpus.statements.filter(one =>
      corpus.chosen.has(`${one.document}/${one.annotator}`),
    )
    return {
      statements: chosen.length,
      documents: new Set(chosen.map(({ document }) => document)).size,
      outlets: [...outlets]
        .map(([outlet, statements]) => ({ outlet, statements }))
        .sort((a, b) => b.statements - a.statements || byCodePoint(a.outlet, b.outlet)),
      actors: [...actors.values()].sort(
        (a, b) => b.statements - a.statements || byCodePoint(a.key, b.key),
      ),
      labels: known.scheme.labels.map(({ id }) => id),
      annotators: [...new Set(corpus.statements.map(({ annotator }) => annotator))].sort(
        byCodePoint,
      ),
      first: months[0] ?? null,
      last: months.at(-1) ?? null,
      unreadable,
    }
  }

  function linesOf(corpus: AcrossCorpus, asked: Asked<'across.lines'>): Answers['lines'] {
    const { filter, by, end, column, limit } = asked
    const found = matching(corpus, filter).filter(
      one => column === undefined || columnOf(one, by, end).key === column,
    )
    found.sort(
      (a, b) =>
        byCodePoint(a.published ?? '9', b.published ?? '9') ||
        byCodePoint(a.document, b.document) ||
        a.start - b.start,
    )
    return {
      total: found.length,
      lines: found.slice(0, limit).map(one => lineOf(corpus, one)),
    }
  }

  function answer(now: NonNullable<typeof state>, known: Known, question: Question) {
    const { corpus } = now
    switch (question.kind) {
      case 'board':
        return boardOf(corpus, question.asked.filter, question.asked)
      case 'timeline':
        return timelineOf(corpus, question.asked.filter, question.asked)
      case 'network':
        return networkOf(corpus, question.asked.filter, question.asked)
      case 'profile':
        return profileOf(corpus, question.asked.filter)
      case 'facets':
        return facetsOf(now, known)
      case 'lines':
        return linesOf(corpus, question.asked)
      case 'statistics': {
        const statements = matching(corpus, question.asked.filter)
        const { label, annotator } = question.asked.filter
        const left = new Set(statements.map(({ document }) => document))
        const { outlets, actors, from, to } = question.asked.filter
        const isAll = !outlets && !actors && !from && !to && label === undefined
        return statisticsOf({
          documents: isAll ? known.documents : known.documents.filter(({ id }) => left.has(id)),
          sets: now.facts.filter(
            one =>
              (isAll || left.has(one.document)) &&
              (annotator === undefined || annotator === one.annotator),
          ),
          chosen:
            annotator === undefined
              ? corpus.chosen
              : new Set(now.facts.map(({ document }) => `${document}/${annotator}`)),
          statements,
          labels: known.scheme.labels.map(({ id }) => id),
          register: new Set([...register.actors.values()].map(({ id }) => id)).size,
        })
      }
    }
  }

  return {
    async ask(
      known: Known,
      question: Question,
      progress: (done: number, total: number) => void,
      check: () => void,
    ): Promise<Answers[keyof Answers]> {
      // Two questions at once read the files once.
      const mine = reading.catch(() => {}).then(() => bringUpToDate(known, progress))
      reading = mine
      await mine
      if (question.kind === 'statistics') await readTimes()
      check()
      if (!state) throw new Error('the project was not read')
      return answer(state, known, question)
    },
  }
}
