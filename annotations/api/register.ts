import { z } from 'zod'
import { stepKinds } from '../actors/steps.ts'
import { actor, actorId } from '../model/actor.ts'
import { elementId } from '../model/annotation.ts'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'

/** A mention by where it is. */
export const mentionRef = z.strictObject({ annotator, documentId, annotation: elementId })
export type MentionRef = z.infer<typeof mentionRef>

/** A mention in its line. */
export const mentionLine = z.strictObject({
  ...mentionRef.shape,
  title: z.string(),
  label: z.string(),
  start: z.int(),
  end: z.int(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
})
export type MentionLine = z.infer<typeof mentionLine>

const registerChanged = z.strictObject({
  actors: z.array(actor),
  removed: z.array(actorId),
  /** The step it is in the history; empty where nothing changed. */
  step: z.string(),
})

/** What could not be read of a table, and where. */
const tableProblem = z.strictObject({
  file: z.string(),
  /** From 1, the heading counted. */
  line: z.int().positive(),
  kind: z.enum([
    'bad-line',
    'no-name',
    'bad-id',
    'bad-kind',
    'unknown-parent',
    'parent-loop',
    'code-twice',
    'wrong-shape',
    'name-twice',
  ]),
  detail: z.string(),
})

export const tableReport = z.strictObject({
  file: z.string(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  problems: z.array(tableProblem),
  /** Columns or keys that say nothing known here, and were left out. */
  ignored: z.array(z.string()),
})
export type TableReport = z.infer<typeof tableReport>

const tableFormats = ['csv', 'jsonl'] as const
export const writeTable = {
  project,
  out: path,
  /** By the file's ending where nothing is said. */
  format: z.enum(tableFormats).optional(),
  overwrite: z.boolean().default(false),
}
export const writtenTable = z.strictObject({ file: z.string(), count: z.int() })

export const registerMethods = {
  /** An actor made or changed. What somebody else changed since `basedOn` stays; of a field that both changed it is refused. */
  'actors.save': method(z.strictObject({ project, actor, basedOn: actor.optional() }), actor),
  /** Some actors are one: `into` speaks for them. Their files stay, and say so. */
  'actors.merge': method(
    z.strictObject({ project, ids: z.array(actorId).min(1), into: actorId }),
    registerChanged,
  ),
  /** One actor was two: `actor` is made of some of its names, titles and mentions. */
  'actors.split': method(
    z.strictObject({
      project,
      id: actorId,
      name: actor.shape.name,
      aliases: z.array(z.string()).default([]),
      titles: z.array(z.string()).default([]),
      mentions: z.array(mentionRef).default([]),
    }),
    z.strictObject({
      ...registerChanged.shape,
      made: actorId,
      relinked: z.int(),
      /** Mentions in sets that somebody else is writing now. */
      left: z.array(mentionRef),
    }),
  ),
  'actors.remove': method(z.strictObject({ project, id: actorId }), registerChanged),
  /** The last thing that was done to the register, taken back; or the last taken back done again. */
  'actors.undo': method(
    z.strictObject({ project, again: z.boolean().default(false) }),
    z.strictObject({
      ...registerChanged.shape,
      kind: z.enum(stepKinds),
      /** Actors of which others changed the same since. */
      conflicts: z.array(z.string()),
    }),
  ),
  /** What was done to the register, the last first. */
  'actors.history': method(
    z.strictObject({ project, limit: z.int().positive().max(1000).default(50) }),
    z.strictObject({
      steps: z.array(
        z.strictObject({
          id: z.string(),
          at: z.string(),
          kind: z.enum(stepKinds),
          names: z.array(z.string()),
          undone: z.boolean(),
        }),
      ),
      canUndo: z.boolean(),
      canRedo: z.boolean(),
    }),
  ),
  /** Every mention of an actor over the corpus, in the order of the corpus. */
  'actors.mentions': method(
    z.strictObject({
      project,
      id: actorId,
      job,
      limit: z.int().positive().max(10_000).default(500),
    }),
    z.strictObject({ total: z.int(), documents: z.int(), mentions: z.array(mentionLine) }),
  ),
  /** How many mentions every actor has, by the id that speaks for it. */
  'actors.usage': method(
    z.strictObject({ project, job }),
    z.strictObject({ counts: z.record(z.string(), z.int()) }),
  ),
  /** A mention was linked to an actor, or a suggested one accepted: what it is called there is learned. */
  'actors.learn': method(
    z.strictObject({ project, id: actorId, quote: z.string().max(1000) }),
    z.strictObject({
      actor: actor.optional(),
      lesson: z.strictObject({ as: z.enum(['alias', 'title']), text: z.string() }).optional(),
    }),
  ),
  'actors.import': method(z.strictObject({ project, path, job }), tableReport),
  'actors.export': method(z.strictObject(writeTable), writtenTable),

  /** Strings that name nobody here, in an annotator's own file: no suggestion is made of them. */
  'exceptions.add': method(
    z.strictObject({ project, annotator, texts: z.array(z.string().min(1).max(1000)).min(1) }),
    z.strictObject({ exceptions: z.array(z.string()) }),
  ),
  'exceptions.remove': method(
    z.strictObject({ project, texts: z.array(z.string().min(1)).min(1) }),
    z.strictObject({ exceptions: z.array(z.string()) }),
  ),
} as const
