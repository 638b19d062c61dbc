import type { Bilingual, LabelScheme } from '../model/scheme.ts'
import { attributeFigures, claimFigures, confusionOf, relationFigures } from './matched-figures.ts'
import {
  annotatorParts,
  costOf,
  inShort,
  labelFigures,
  pairPart,
  pairsOf,
  passageParts,
  type Whole,
} from './report-parts.ts'
import type { AgreementReport, Figure, ReportNote } from './report-shape.ts'
import { blocksOf, coverFigure, f1Figures, verdictFigures } from './span-figures.ts'
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

function namesOf(scheme: LabelScheme | undefined): Record<string, Bilingual> {
  const names: Record<string, Bilingual> = {}
  for (const { id, name, attributes } of scheme?.labels ?? []) {
    names[id] = name
    for (const attribute of attributes) names[`${id}.${attribute.id}`] = attribute.name
  }
  for (const { id, name } of scheme?.relationTypes ?? []) names[id] ??= name
  return names
}

/** The figures of the whole corpus, all labels together. */
function overallFigures({ documents, pairs, table, blocks, resampling }: Whole): Figure[] {
  const sentences = projected(rowTable(documents.map(one => one.sentences)), {})
  const places = projected(rowTable(documents.map(one => one.places)), {})
  return [
    ...f1Figures(blocks, undefined, resampling),
    ...verdictFigures(documents),
    coverFigure(documents, undefined),
    ...wordFigures(projected(table, {}), onAllWords, resampling),
    ...wordFigures(sentences, ['sentence-alpha']),
    ...wordFigures(places, ['place-alpha']),
    ...unitizingFigures(documents, pairs, undefined),
  ]
}

/** The whole report from the data of its documents. */
export function reportOf(
  documents: readonly DocumentData[],
  study: Study,
  options: ReportOptions,
): AgreementReport {
  const { annotators, labels } = study
  const { title, seed, resamples } = options
  const { pairs, notes: apart } = pairsOf(documents, annotators)
  const notes = [...options.notes, ...apart]
  const outlets = [...new Set(documents.map(({ outlet }) => outlet ?? null))]
  const total = 4 + labels.length + pairs.length + outlets.length
  let done = 0
  /** A part of the report, after which its progress is told. */
  const told = <T>(part: T): T => {
    options.step?.(++done, total)
    return part
  }
  const whole: Whole = {
    documents,
    annotators,
    pairs,
    table: rowTable(documents.flatMap(({ tokens }) => tokens)),
    blocks: blocksOf(documents),
    resampling: { resamples, seed, warnings: study.paragraphs ? ['by-paragraphs'] : [] },
  }
  const gamma = told(options.gamma && gammaFigures(documents, options.gamma))
  return told({
    format: 'isnad-agreement/1',
    title,
    matching: study.matching,
    seed,
    resamples,
    annotators: annotatorParts(whole),
    documents: { all: options.documents, compared: documents.length },
    names: namesOf(options.scheme),
    notes: notes.slice(0, shownNotes),
    moreNotes: Math.max(0, notes.length - shownNotes),
    overall: told([...overallFigures(whole), ...(gamma?.overall ?? [])]),
    byLabel: labels.map((label, number) => told({ label, figures: labelFigures(whole, number) })),
    byPair: pairs.map(pair => told(pairPart(whole, pair))).sort((a, b) => b.cost - a.cost),
    byDocument: told(
      documents.map(one => ({
        id: one.id,
        title: one.title,
        outlet: one.outlet ?? null,
        annotators: one.annotators.map(at => annotators[at] ?? ''),
        cost: costOf(one),
        figures: [...inShort([one]), ...(gamma?.byDocument.get(one.id) ?? [])],
      })),
    ),
    byOutlet: outlets.map(outlet => {
      const own = documents.filter(one => (one.outlet ?? null) === outlet)
      return told({ outlet, documents: own.length, figures: inShort(own) })
    }),
    attributes: attributeFigures(documents, labels),
    relations: relationFigures(documents),
    claims: claimFigures(documents),
    confusion: confusionOf(documents, study),
    passages: passageParts(whole, labels, shownPassages),
  })
}
