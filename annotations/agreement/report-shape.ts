import { z } from 'zod'
import { bilingual } from '../model/scheme.ts'
import { undefinedReasons } from './measure.ts'
import { matchings } from './study-document.ts'

/** What a report gives; names and how to read each are in `figure-words.ts`. */
const figureIds = [
  'f1-strict',
  'f1-relaxed',
  'f1-exact',
  'f1-partial',
  'f1-type',
  'precision',
  'recall',
  'character-jaccard',
  'token-percent',
  'token-kappa',
  'token-pi',
  'token-s',
  'token-ac1',
  'token-alpha',
  'token-alpha-masi',
  'sentence-alpha',
  'place-alpha',
  'alpha-u',
  'u-alpha',
  'gamma',
  'gamma-cat',
  'attribute-percent',
  'attribute-kappa',
  'attribute-ac1',
  'attribute-alpha',
  'number-alpha',
  'date-exact',
  'date-graded',
  'relation-f1',
  'chain-exact',
  'chain-order',
  'claim-content',
  'claim-stance',
  'claim-date',
  'claim-credit',
] as const
export const figureId = z.enum(figureIds)
export type FigureId = z.infer<typeof figureId>

export const figureWarnings = ['few-units', 'one-category', 'prevalence', 'by-paragraphs'] as const
export type FigureWarning = (typeof figureWarnings)[number]

const count = z.int().nonnegative()

export const figureResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('value'),
    value: z.number(),
    observed: z.number().optional(),
    expected: z.number().optional(),
  }),
  z.strictObject({
    kind: z.literal('undefined'),
    reason: z.enum(undefinedReasons),
    detail: z.string().optional(),
  }),
])
export type FigureResult = z.infer<typeof figureResult>

export const figure = z.strictObject({
  id: figureId,
  result: figureResult,
  /** Units behind it: spans, words, sentences, pairs of values, claims, as its words say. */
  units: count,
  /** 95 %, from seeded resampling of documents (or paragraphs, where documents are few). */
  interval: z.strictObject({ low: z.number(), high: z.number(), resamples: count }).nullable(),
  warnings: z.array(z.enum(figureWarnings)),
})
export type Figure = z.infer<typeof figure>

const figures = z.array(figure)
const annotator = z.string().min(1)

export const reportNote = z.strictObject({
  kind: z.enum([
    'one-annotator',
    'not-begun',
    'nothing-marked',
    'bad-spans',
    'different-texts',
    'unreadable',
    'never-together',
  ]),
  document: z.string(),
  title: z.string(),
  annotator: z.string(),
  count: count.optional(),
  detail: z.string().optional(),
})
export type ReportNote = z.infer<typeof reportNote>

export const passage = z.strictObject({
  document: z.string(),
  title: z.string(),
  start: count,
  end: count,
  quote: z.string(),
  /** Marks without a like one, over all pairs; and what share of all such marks. */
  cost: count,
  share: z.number(),
  said: z.array(z.strictObject({ annotator, label: z.string(), start: count, end: count })),
})
export type ReportPassage = z.infer<typeof passage>

/** An agreement report as data; the same in the window, on the command line and in its exports. */
export const agreementReport = z.strictObject({
  format: z.literal('isnad-agreement/1'),
  title: z.string(),
  matching: z.enum(matchings),
  seed: z.int(),
  resamples: count,
  annotators: z.array(z.strictObject({ name: annotator, documents: count, annotations: count })),
  documents: z.strictObject({ all: count, compared: count }),
  /** Names of labels, `label.attribute` and relation types, where a scheme gives them. */
  names: z.record(z.string(), bilingual),
  notes: z.array(reportNote),
  /** Notes left out because there are too many. */
  moreNotes: count,
  overall: figures,
  byLabel: z.array(z.strictObject({ label: z.string(), figures })),
  byPair: z.array(
    z.strictObject({ one: annotator, two: annotator, documents: count, cost: count, figures }),
  ),
  byDocument: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      outlet: z.string().nullable(),
      annotators: z.array(annotator),
      cost: count,
      figures,
    }),
  ),
  byOutlet: z.array(z.strictObject({ outlet: z.string().nullable(), documents: count, figures })),
  attributes: z.array(z.strictObject({ label: z.string(), attribute: z.string(), figures })),
  relations: z.array(z.strictObject({ type: z.string(), figures })),
  claims: figures,
  /** Rows the first annotator's labels, columns the second's; the last of each is "no partner". */
  confusion: z.strictObject({
    labels: z.array(z.string()),
    pairs: z.array(
      z.strictObject({ one: annotator, two: annotator, counts: z.array(z.array(count)) }),
    ),
  }),
  passages: z.array(passage),
})
export type AgreementReport = z.infer<typeof agreementReport>
