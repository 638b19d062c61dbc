import { joinLayers } from '../../annotations/formats/cas/foreign-layers.ts'
import { hold } from '../../annotations/formats/exchange/hold.ts'
import { addLosses, type Losses } from '../../annotations/formats/exchange/losses.ts'
import {
  joinNames,
  type Names,
  namesIn,
  noNames,
  speaker,
} from '../../annotations/formats/exchange/spoken.ts'
import type { Format, Layers, Out, Piece, WriteContext } from '../../annotations/formats/format.ts'
import { lostComments } from '../../annotations/formats/line-comments.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { withoutFurniture } from '../../annotations/model/without-furniture.ts'
import { standingOf } from '../../annotations/review/standing.ts'
import { appError, failureOf } from '../app-error.ts'
import { readDocument } from '../storage/document-store.ts'
import { readKept } from '../storage/kept-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readSet } from '../storage/read-set.ts'
import { authorsIn, remarksOn, verdictsIn } from '../storage/remark-store.ts'
import type { DocumentSets } from './export-sets.ts'

/** What some documents put into one file, in bytes. */
export type FileBytes = { file: string; bytes: Uint8Array<ArrayBuffer> }

/** Some documents as they will stand in the files; of a survey, without the files. */
export type Batch = {
  outs: FileBytes[]
  lines: number
  annotations: number
  relations: number
  leftOut: number
  losses: Losses
  layers: Layers
  names: Names
  title: string
}

/** The set as it may be exported: every span says what it quotes, and nothing has been left out to make it so. */
function placed(document: Document, set: AnnotationSet): AnnotationSet {
  const { set: whole, lost } = placeSet(document.text, set)
  if (lost.length === 0) return whole
  const { id, title } = document
  throw appError('lost-annotations', { title, annotator: set.annotator, id, count: lost.length })
}

async function documentOf(paths: ProjectPaths, id: string, annotators: readonly string[]) {
  try {
    return await readDocument(paths, id)
  } catch (error) {
    if (failureOf(error).code !== 'no-document') throw error
    throw appError('set-without-document', { annotator: annotators.join('، '), id })
  }
}

/** Texts of one file after another, `between` what two pieces put into the main one. */
function asBytes(pieces: readonly Out[][], between: string | undefined, one: boolean): FileBytes[] {
  const encoder = new TextEncoder()
  // In a folder every text is a whole file.
  if (!one) return pieces.flat().map(({ file, text }) => ({ file, bytes: encoder.encode(text) }))
  const texts = new Map<string, string[]>()
  for (const outs of pieces)
    for (const { file, text } of outs) {
      const known = texts.get(file)
      if (!known) texts.set(file, [text])
      else if (file === '' && between) known.push(between, text)
      else known.push(text)
    }
  return [...texts].map(([file, parts]) => ({ file, bytes: encoder.encode(parts.join('')) }))
}

export type BatchWork = {
  paths: ProjectPaths
  format: Format
  context: WriteContext
  /** Count what is lost and write nothing. */
  surveyOnly: boolean
  /** With what stands in dimmed furniture. */
  furniture: boolean
}

/** Read a few documents with their sets and write them as the format has them. */
export async function batchLines(
  { paths, format, context, surveyOnly, furniture }: BatchWork,
  chosen: readonly DocumentSets[],
): Promise<Batch> {
  const authors = await authorsIn(paths)
  const contents = await Promise.all(
    chosen.map(async ({ id, annotators }) => ({
      document: await documentOf(paths, id, annotators),
      remarks: authors.length === 0 ? [] : await remarksOn(paths, id, authors),
      sets: await Promise.all(
        annotators.map(async name => ({
          set: await readSet(paths, name, id),
          kept: await readKept(paths, format.id, name, id),
        })),
      ),
    })),
  )
  const batch: Batch = {
    outs: [],
    lines: 0,
    annotations: 0,
    relations: 0,
    leftOut: 0,
    losses: {},
    layers: {},
    names: noNames,
    title: contents.at(-1)?.document.title ?? '',
  }
  const written: Out[][] = []
  const spoken = speaker(format.id, context.survey.names ?? noNames, context.scheme)
  const speaking: WriteContext = { ...context, scheme: spoken.scheme }
  for (const { document, remarks, sets } of contents) {
    const piece: Piece = { document, remarks, sets: [] }
    const verdicts = verdictsIn(remarks)
    for (const { set, kept } of sets) {
      // A set removed since the list was made is no longer there to export.
      if (!set) continue
      const { status } = standingOf(set, verdicts)
      const whole = placed(document, { ...set, status })
      const asked = furniture ? { set: whole, leftOut: 0 } : withoutFurniture(document, whole)
      batch.leftOut += asked.leftOut
      const held = hold(format.capabilities, document, asked.set)
      addLosses(batch.losses, held.losses)
      piece.document = held.document
      piece.sets.push({ set: surveyOnly ? held.set : spoken.set(held.set), kept })
      batch.names = joinNames(batch.names, namesIn(kept))
      batch.lines++
      batch.annotations += held.set.annotations.length
      batch.relations += held.set.relations.length
    }
    if (piece.sets.length === 0) continue
    const told = piece.sets.map(({ set }) => set)
    const silenced = lostComments(format.comments, remarks, told)
    if (silenced > 0) addLosses(batch.losses, { comments: silenced })
    if (surveyOnly)
      batch.layers = joinLayers(batch.layers, format.writer?.layers?.(piece, context) ?? {})
    else written.push(format.writer?.write(piece, speaking) ?? [])
  }
  batch.outs = asBytes(written, format.writer?.between, format.layout === 'file')
  return batch
}
