import { type Board, boardOf, columnOf } from '../../annotations/across/board.ts'
import type { AcrossCorpus } from '../../annotations/across/corpus.ts'
import { matching } from '../../annotations/across/filter.ts'
import { type Line, lineOf } from '../../annotations/across/line.ts'
import { type Network, networkOf } from '../../annotations/across/network.ts'
import { type Profile, profileOf } from '../../annotations/across/profile.ts'
import { type Statistics, statisticsOf } from '../../annotations/across/statistics.ts'
import { type Timeline, timelineOf } from '../../annotations/across/timeline.ts'
import type { Facets } from '../../annotations/api/across.ts'
import type { Input, Method } from '../../annotations/api/contract.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import type { Disk } from './disk.ts'
import { facetsOf } from './facets.ts'
import { acrossReader, type Known, type ReadAcross } from './read-across.ts'

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
type Answer = Answers[keyof Answers]

/** Answers that are kept while what they were made of stays what it is: one goes to and fro between views and filters. */
const answersKept = 24

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
  return { total: found.length, lines: found.slice(0, limit).map(one => lineOf(corpus, one)) }
}

function statisticsNow(
  { corpus, facts, register }: ReadAcross,
  { documents, scheme }: Known,
  { filter }: Asked<'across.statistics'>,
): Statistics {
  const statements = matching(corpus, filter)
  const { label, annotator, outlets, actors, from, to } = filter
  const left = new Set(statements.map(({ document }) => document))
  const isAll = !outlets && !actors && !from && !to && label === undefined
  return statisticsOf({
    documents: isAll ? documents : documents.filter(({ id }) => left.has(id)),
    sets: facts.filter(
      one =>
        (isAll || left.has(one.document)) &&
        (annotator === undefined || annotator === one.annotator),
    ),
    chosen:
      annotator === undefined
        ? corpus.chosen
        : new Set(facts.map(({ document }) => `${document}/${annotator}`)),
    statements,
    labels: scheme.labels.map(({ id }) => id),
    register: new Set([...register.values()].map(({ id }) => id)).size,
  })
}

function answerTo(now: ReadAcross, known: Known, { kind, asked }: Question): Answer {
  const { corpus } = now
  switch (kind) {
    case 'board':
      return boardOf(corpus, asked.filter, asked)
    case 'timeline':
      return timelineOf(corpus, asked.filter, asked)
    case 'network':
      return networkOf(corpus, asked.filter, asked)
    case 'profile':
      return profileOf(corpus, asked.filter)
    case 'facets':
      return facetsOf(now, known)
    case 'lines':
      return linesOf(corpus, asked)
    case 'statistics':
      return statisticsNow(now, known, asked)
  }
}

/** One project read across: its sets are read once, and again where their files changed. */
export function acrossProject(paths: ProjectPaths, disk?: Disk) {
  const { bringUpToDate, readTimes } = acrossReader(paths, disk)
  let kept = new Map<string, Answer>()
  let keptOf: ReadAcross | undefined
  let reading: Promise<unknown> = Promise.resolve()

  function answer(now: ReadAcross, known: Known, question: Question): Answer {
    // These tell of what comes with the question, too.
    if (question.kind === 'facets' || question.kind === 'statistics')
      return answerTo(now, known, question)
    if (keptOf !== now) {
      keptOf = now
      kept = new Map()
    }
    const key = JSON.stringify(question)
    const found = kept.get(key) ?? answerTo(now, known, question)
    kept.delete(key)
    kept.set(key, found)
    const [oldest] = kept.keys()
    if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest)
    return found
  }

  return {
    async ask(
      known: Known,
      question: Question,
      progress: (done: number, total: number) => void,
      check: () => void,
    ): Promise<Answer> {
      // Two questions at once read the files once.
      const mine = reading.catch(() => {}).then(() => bringUpToDate(known, progress))
      reading = mine
      const now = await mine
      if (question.kind === 'statistics') await readTimes()
      check()
      return answer(now, known, question)
    },
  }
}
