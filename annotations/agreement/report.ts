import type { Bilingual, LabelScheme } from '../model/scheme.ts'
import { attributeFigures, claimFigures, confusionOf, relationFigures } from './matched-figures.ts'
import type { AgreementReport, Figure, ReportNote } from './report-shape.ts'
import {
  blocksOf,
  coverFigure,
  f1Figures,
  precisionRecall,
  type Resampling,
  verdictFigures,
} from './span-figures.ts'
import type { DocumentData } from './study.ts'
import type { Study } from './study-document.ts'
import { type GammaRun, gammaFigures, unitizingFigures } from './unit-figures.ts'
import { projected, rowTable, type WordFigureId, wordFigures } from './word-figures.ts'

/** Documents are resampled where there are at least this many, else their paragraphs. */
export const enoughDocuments = 10

export type ReportOptions = {
  title: string
  seed: number
  /** How often the documents are drawn again for an interval; 0 for none. */
  resamples: number
  scheme?: LabelScheme
  /** Every document asked about, compared or not. */
  documents: number
  notes: readonly ReportNote[]
  gamma?: GammaRun
  /** Told as parts of the report are done; may throw to end it. */
  step?: (done: number, total: number) => void
}

const shownNotes = 200
const shownPassages = 60

const onAllWords: WordFigureId[] = [
  'token-alpha',
  'token-alpha-masi',
  'token-kappa',
  'token-pi',
  'token-s',
  'token-ac1',
  'token-percent',
]
const onOneLabel: WordFigureId[] = [
  'token-alpha',
  'token-kappa',
  'token-pi',
  'token-ac1',
  'token-percent',
]

function namesOf(scheme: LabelScheme | undefined): Record<string, Bilingual> {
  const names: Record<string, Bilingual> = {}
  for (const { id, name, attributes } of scheme?.labels ?? []) {
    names[id] = name
    for (const attribute of attributes) names[`${id}.${attribute.id}`] = attribute.name
  }
  for (const { id, name } of scheme?.relationTypes ?? []) names[id] ??= name
  return names
}

const costOf = ({ pairs }: DocumentData, only?: readonly [number, number]) =>
  pairs
    .filter(({ one, two }) => !only || (only[0] === one && only[1] === two))
    .reduce((sum, { blocks }) => {
      let cost = 0
      for (const block of blocks)
        for (let at = 0; at < block.length; at += 4)
          cost += (block[at] ?? 0) + (block[at + 1] ?? 0) - 2 * (block[at + 2] ?? 0)
      return sum + cost
    }, 0)

const sharing = (documents: readonly DocumentData[], pair: readonly [number, number]) =>
  documents.filter(({ annotators }) => pair.every(at => annotators.includes(at)))

/** F1 strict and relaxed, and α over words: what a part of the corpus is told by. */
function inShort(documents: readonly DocumentData[], resampling?: Resampling): Figure[] {
  const table = projected(rowTable(documents.flatMap(({ tokens }) => tokens)), {})
  return [
    ...f1Figures(blocksOf(documents), undefined, resampling),
    ...wordFigures(table, ['token-alpha'], resampling),
  ]
}

/** The whole report from the data of its documents. */
export function reportOf(
  documents: readonly DocumentData[],
  study: Study,
  options: ReportOptions,
): AgreementReport {
  const { annotators, labels } = study
  const resampling: Resampling = {
    resamples: options.resamples,
    seed: options.seed,
    warnings: study.paragraphs ? ['by-paragraphs'] : [],
  }
  const pairs: [number, number][] = []
  const notes = [...options.notes]
  for (const one of annotators.keys())
    for (let two = one + 1; two < annotators.length; two++) {
      if (sharing(documents, [one, two]).length > 0) pairs.push([one, two])
      else {
        const names = [annotators[one] ?? '', annotators[two] ?? ''] as const
        notes.push({
          kind: 'never-together',
          document: '',
          title: '',
          annotator: names[0],
          detail: names[1],
        })
      }
    }
  const outlets = [...new Set(documents.map(({ outlet }) => outlet ?? null))]
  const total = 4 + labels.length + pairs.length + outlets.length
  let done = 0
  const step = () => options.step?.(++done, total)

  const table = rowTable(documents.flatMap(({ tokens }) => tokens))
  const blocks = blocksOf(documents)
  const whole = projected(table, {})
  const sentences = projected(rowTable(documents.map(one => one.sentences)), {})
  const places = projected(rowTable(documents.map(one => one.places)), {})
  const gamma = options.gamma && gammaFigures(documents, options.gamma)
  step()
  const overall = [
    ...f1Figures(blocks, undefined, resampling),
    ...verdictFigures(documents),
    coverFigure(documents, undefined),
    ...wordFigures(whole, onAllWords, resampling),
    ...wordFigures(sentences, ['sentence-alpha']),
    ...wordFigures(places, ['place-alpha']),
    ...unitizingFigures(documents, pairs, undefined),
    ...(gamma?.overall ?? []),
  ]
  step()
  const byLabel = labels.map((label, number) => {
    step()
    return {
      label,
      figures: [
        ...f1Figures(blocks, number, resampling),
        coverFigure(documents, number),
        ...wordFigures(projected(table, { label: number }), onOneLabel, resampling),
        ...unitizingFigures(documents, pairs, number),
      ],
    }
  })
  const byPair = pairs.map(pair => {
    step()
    const shared = sharing(documents, pair)
    const own = blocksOf(
      shared.map(one => ({
        ...one,
        pairs: one.pairs.filter(p => p.one === pair[0] && p.two === pair[1]),
      })),
    )
    const words = projected(rowTable(shared.flatMap(({ tokens }) => tokens)), { columns: pair })
    return {
      one: annotators[pair[0]] ?? '',
      two: annotators[pair[1]] ?? '',
      documents: shared.length,
      cost: shared.reduce((sum, one) => sum + costOf(one, pair), 0),
      figures: [
        ...f1Figures(own, undefined, resampling),
        ...precisionRecall([...own.pairs.values()][0]),
        ...wordFigures(words, ['token-alpha', 'token-kappa', 'token-ac1'], resampling),
      ],
    }
  })
  const byDocument = documents.map(one => ({
    id: one.id,
    title: one.title,
    outlet: one.outlet ?? null,
    annotators: one.annotators.map(at => annotators[at] ?? ''),
    cost: costOf(one),
    figures: [...inShort([one]), ...(gamma?.byDocument.get(one.id) ?? [])],
  }))
  step()
  const byOutlet = outlets.map(outlet => {
    step()
    const own = documents.filter(one => (one.outlet ?? null) === outlet)
    return { outlet, documents: own.length, figures: inShort(own) }
  })
  const cost = documents.reduce((sum, one) => sum + costOf(one), 0)
  const passages = documents
    .flatMap(({ id, title, passages }) =>
      passages.map(({ said, ...passage }) => ({
        document: id,
        title,
        ...passage,
        share: cost > 0 ? passage.cost / cost : 0,
        said: said.map(({ annotator, label, start, end }) => ({
          annotator: annotators[annotator] ?? '',
          label: labels[label] ?? '',
          start,
          end,
        })),
      })),
    )
    .sort((a, b) => b.cost - a.cost)
    .slice(0, shownPassages)
  const report: AgreementReport = {
    format: 'isnad-agreement/1',
    title: options.title,
    matching: study.matching,
    seed: options.seed,
    resamples: options.resamples,
    annotators: annotators.map((name, at) => ({
      name,
      documents: documents.filter(one => one.annotators.includes(at)).length,
      annotations: documents.reduce(
        (sum, one) => sum + (one.annotations[one.annotators.indexOf(at)] ?? 0),
        0,
      ),
    })),
    documents: { all: options.documents, compared: documents.length },
    names: namesOf(options.scheme),
    notes: notes.slice(0, shownNotes),
    moreNotes: Math.max(0, notes.length - shownNotes),
    overall,
    byLabel,
    byPair: byPair.sort((a, b) => b.cost - a.cost),
    byDocument,
    byOutlet,
    attributes: attributeFigures(documents, labels),
    relations: relationFigures(documents),
    claims: claimFigures(documents),
    confusion: confusionOf(documents, study),
    passages,
  }
  step()
  return report
}
