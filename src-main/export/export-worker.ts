import { parentPort } from 'node:worker_threads'
import { registerOf } from '../../annotations/actors/register.ts'
import type { Format } from '../../annotations/formats/format.ts'
import { formats } from '../../annotations/formats/formats.ts'
import { failureOf } from '../app-error.ts'
import { projectPaths } from '../storage/paths.ts'
import { type Batch, batchLines } from './batch-lines.ts'
import type { DocumentSets } from './export-sets.ts'
import type { Answered, ThreadWork, Told } from './export-threads.ts'

const works = new Map<number, (chosen: DocumentSets[]) => Promise<Batch>>()

function writerOf({ folder, format: id, context, surveyOnly, furniture, actors }: ThreadWork) {
  const format: Format | undefined = Object.values(formats).find(format => format.id === id)
  if (!format) throw new Error(`no format ${id}`)
  const paths = projectPaths(folder)
  const register = registerOf(actors)
  const work = { paths, format, context: { ...context, actors: register }, surveyOnly, furniture }
  return (chosen: DocumentSets[]) => batchLines(work, chosen)
}

async function answer(number: number, write: () => Promise<Batch> | undefined) {
  try {
    const batch = await write()
    if (!batch) throw new Error('lines of an export that was not begun')
    parentPort?.postMessage({ number, batch } satisfies Answered, [
      ...new Set(batch.outs.map(({ bytes }) => bytes.buffer)),
    ])
  } catch (error) {
    parentPort?.postMessage({ number, failure: failureOf(error) } satisfies Answered)
  }
}

parentPort?.on('message', (told: Told) => {
  switch (told.kind) {
    case 'begin':
      works.set(told.work, writerOf(told.about))
      return
    case 'lines':
      void answer(told.number, () => works.get(told.work)?.(told.chosen))
      return
    case 'end':
      works.delete(told.work)
  }
})
