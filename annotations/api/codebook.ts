import { z } from 'zod'
import { actorId } from '../model/actor.ts'
import { elementId } from '../model/annotation.ts'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { proposition } from '../model/proposition.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'
import { mentionLine, tableReport, writeTable, writtenTable } from './register.ts'

/** A proposition a claim may point to, and why it is offered. */
export const likeness = z.strictObject({
  proposition: actorId,
  /** 0 to 1. */
  score: z.number(),
  /** Words, actors (names) and dates (values) the claim has in common with it or with a claim that was coded so. */
  words: z.array(z.string()),
  actors: z.array(z.string()),
  dates: z.array(z.string()),
  /** The coded claim that is most like it; none where the proposition's own text is. */
  claim: z.strictObject({ documentId, annotator, quote: z.string() }).optional(),
})
export type Likeness = z.infer<typeof likeness>

export const codebookMethods = {
  'propositions.save': method(z.strictObject({ project, proposition }), proposition),
  /** Refused where claims point to it or propositions are below it. */
  'propositions.remove': method(
    z.strictObject({ project, id: actorId }),
    z.strictObject({ removed: z.array(actorId) }),
  ),
  /** Claims that point to a proposition. */
  'propositions.claims': method(
    z.strictObject({ project, id: actorId, job }),
    z.strictObject({
      claims: z.array(z.strictObject({ ...mentionLine.shape, towards: z.string().optional() })),
    }),
  ),
  /** How many claims point to each. */
  'propositions.usage': method(
    z.strictObject({ project, job }),
    z.strictObject({ counts: z.record(z.string(), z.int()) }),
  ),
  /** What a claim may be coded as, from claims coded already and the codebook's own words; the likeliest first. */
  'propositions.similar': method(
    z.strictObject({
      project,
      documentId,
      annotator,
      claim: elementId,
      limit: z.int().positive().max(50).default(8),
    }),
    z.strictObject({ like: z.array(likeness) }),
  ),
  'propositions.import': method(z.strictObject({ project, path, job }), tableReport),
  'propositions.export': method(z.strictObject(writeTable), writtenTable),
} as const
