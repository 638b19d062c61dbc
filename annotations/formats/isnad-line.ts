import { z } from 'zod'
import { dateModifiers } from '../dates/timex.ts'
import { actorId, actorKinds } from '../model/actor.ts'
import { attributes, elementId } from '../model/annotation.ts'
import { documentId, setStatus } from '../model/annotation-set.ts'
import { dateValue } from '../model/date-value.ts'
import { publicationDate } from '../model/document.ts'
import { sourceKinds } from '../model/source-kind.ts'
import { writtenForm } from '../model/written-form-shape.ts'

const place = z.int().nonnegative()
const text = z.string().nullable()

const span = z
  .strictObject({
    start: place.describe('UTF-16 code units, as JavaScript, Java and C# count.'),
    end: place.describe(
      'UTF-16 code units, exclusive. end - start is the quote’s length in UTF-16.',
    ),
    codePoints: z
      .tuple([place, place])
      .describe(
        'The same stretch in Unicode code points, as Python counts: [start, end), exclusive.',
      ),
    quote: z
      .string()
      .min(1)
      .describe('document.text between the two places, character for character.'),
  })
  .describe('Half-open, into document.text, in both units.')

const annotation = z.strictObject({
  id: elementId.describe('Unique in this line.'),
  label: z.string().min(1),
  spans: z
    .array(span)
    .min(1)
    .describe('In text order, not overlapping; several are one discontinuous annotation.'),
  attributes,
  rule: z
    .string()
    .min(1)
    .optional()
    .describe('The rule of the suggestion it was accepted from; absent where a person made it.'),
  form: writtenForm
    .optional()
    .describe(
      'Where something is written to the first word: the words with the article written out (“الحشد” of “للحشد”), and the clitics left outside (“ل”).',
    ),
  actor: z
    .strictObject({ id: actorId.nullable(), name: text, kind: text })
    .optional()
    .describe(
      'For the label “actor”: the entry of the actor register, null where it points to none.',
    ),
  date: z
    .strictObject({
      type: dateValue.shape.type,
      value: dateValue.shape.value,
      mod: z.enum(dateModifiers).nullable(),
      edtf: text,
      calendar: dateValue.shape.calendar,
    })
    .optional()
    .describe(
      'For annotations with a date value: TIMEX3, always in the Gregorian calendar; “calendar” is the text’s.',
    ),
})

const relation = z.strictObject({
  type: z.string().min(1),
  from: elementId.describe('An annotation of this line.'),
  to: elementId.describe('An annotation of this line.'),
  order: z.int().positive().nullable().describe('Place in a chain; 1 is the outermost.'),
  attributes: attributes
    .optional()
    .describe('What is said of the link itself: how a source is known, what a date dates.'),
})

/** An annotation of the same line. */
const id = elementId

const claim = z.strictObject({
  id: elementId.describe('The annotation it is the view of.'),
  quote: z.string().min(1),
  stance: text,
  proposition: text,
  sources: z
    .array(
      z.strictObject({
        order: z.int().positive().describe('1 is the outermost: the outlet’s own informant.'),
        quote: z.string().describe('Empty where nobody is named.'),
        actor: text,
        name: text,
        kind: text.describe(
          `How the source is known: one of ${sourceKinds.join(', ')}; where that was not said, the kind of actor: one of ${actorKinds.join(', ')}; or null.`,
        ),
        cue: text.describe('The reporting words, the first of them.'),
        mention: id.nullable().optional().describe('The annotation that names it.'),
        cues: z.array(id).optional().describe('The annotations of its reporting words.'),
        count: z.number().nullable().optional().describe('How many, of sources without a name.'),
        position: text.optional().describe('How a source without a name is described.'),
        implicit: z
          .boolean()
          .optional()
          .describe('The subject is understood; the mention is its antecedent.'),
      }),
    )
    .describe('The attribution chain, outermost first.'),
  dates: z.array(
    z.strictObject({
      value: text,
      quote: z.string(),
      role: text.optional().describe('“content”, “utterance”, “relative-to-event”, or null.'),
      annotation: id.optional(),
    }),
  ),
  voice: text.optional().describe('“attributed”, “author” (the article’s own), or null.'),
  directness: text.optional().describe('“direct”, “indirect”, “mixed”, or null.'),
  modality: text.optional(),
  polarity: text.optional(),
  certainty: text.optional(),
  note: text.optional(),
  cues: z
    .array(id)
    .optional()
    .describe('Its own reporting words, those of the claim it stands in left out.'),
  about: z.array(id).optional().describe('Actors it is about.'),
  targets: z.array(id).optional().describe('Actors it is told to.'),
  media: z.array(id).optional().describe('What it was said in: a statement, an interview.'),
  parts: z
    .array(id)
    .optional()
    .describe('Claims that are parts of it, to be checked by themselves.'),
  within: id.nullable().optional().describe('The claim whose content it stands in.'),
  repeats: id.nullable().optional().describe('The claim it says again.'),
})

const comment = z.strictObject({
  id: elementId,
  author: z.string().min(1),
  at: z.iso.datetime(),
  text: z.string().min(1),
  thread: elementId.describe('The comment that began the thread; its own id where it did.'),
  annotation: elementId.nullable().describe('The annotation of this set it is about.'),
  span: span.nullable().describe('The passage it is about; null for the document.'),
  resolved: z.boolean(),
})

/** One line of the native JSONL: a document and one annotator's set on it. */
export const isnadLine = z
  .strictObject({
    format: z.literal('isnad/1'),
    document: z.strictObject({
      id: documentId.describe('The first sixteen digits of sha256.'),
      title: z.string().min(1),
      outlet: text,
      url: text,
      published: publicationDate.nullable(),
      text: z.string().min(1),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 of the text in UTF-8.'),
    }),
    set: z.strictObject({
      annotator: z.string().min(1).max(64).describe('“gold” is the adjudicated set.'),
      status: setStatus,
      revision: z.int().nonnegative(),
      updated: z.iso.datetime().nullable(),
    }),
    annotations: z
      .array(annotation)
      .describe('By place; of two that begin together the longer first.'),
    relations: z.array(relation),
    claims: z.array(claim).describe('The flat view of what annotations and relations say.'),
    comments: z
      .array(comment)
      .optional()
      .describe('What people said about the document or this set; absent where nobody did.'),
  })
  .meta({
    title: 'isnad/1',
    description:
      'One line of Isnad’s native JSONL: a document and one annotator’s annotations on it. Every span carries its place in two units, both half-open into document.text: “start” and “end” count UTF-16 code units, “codePoints” counts Unicode code points. What JSON Schema cannot say, “isnad check” also enforces: document.text from start to end is the quote, both units name the same stretch, sha256 is that of the text, ids are unique, relations end at annotations of the line, every claim annotation has its claim, and each claim says what the annotations and relations say.',
  })
export type IsnadLine = z.infer<typeof isnadLine>

/** The same in JSON Schema (draft 2020-12), for other languages; `npm run schema` writes it to `isnad-1.schema.json`. */
export function isnadJsonSchema() {
  const { $schema, title, description, ...rules } = z.toJSONSchema(isnadLine, {
    target: 'draft-2020-12',
  })
  return { $schema, title, description, ...rules }
}
