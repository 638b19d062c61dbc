import type { Input } from '../../annotations/api/contract.ts'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import type { ImportingAnnotated } from '../annotated/import-annotated.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Job } from '../jobs.ts'
import type { Services } from '../services.ts'

/** Readers of sixteen formats: who starts the app to do something else waits for none of them. */
const readers = async () => ({
  ...(await import('../../annotations/formats/formats.ts')),
  ...(await import('../annotated/import-annotated.ts')),
  ...(await import('../annotated/mapping-file.ts')),
  ...(await import('../annotated/preview-annotated.ts')),
  ...(await import('../annotated/sources.ts')),
})

type Methods = 'formats.list' | 'annotated.detect' | 'annotated.preview' | 'annotated.run'

export function annotatedHandlers({ projects, jobs, shell }: Services): Pick<Handlers, Methods> {
  async function asked(input: Input<'annotated.run'>, job: Job): Promise<ImportingAnnotated> {
    const { format, encoding, annotator, paths, mapFile } = input
    const { formatOf, filesOf, readMapping } = await readers()
    const about = formatOf(format)
    if (!about.reader) throw appError('not-read', { format: about.name })
    return {
      project: await projects.get(input.project),
      files: await filesOf(paths, format),
      format,
      encoding,
      mapping: mapFile === undefined ? input.mapping : await readMapping(mapFile),
      annotator,
      job,
      now: shell.now,
    }
  }

  return {
    'formats.list': async () => {
      const { formatOf } = await readers()
      const formats = formatIds.map(id => {
        const { name, extension, layout, units, reader, writer } = formatOf(id)
        const can = { reads: reader !== undefined, writes: writer !== undefined }
        return { id, name, extension, layout, units: [...units], ...can }
      })
      return { formats }
    },
    'annotated.detect': async ({ paths }) => {
      const { detectFormat } = await readers()
      const format = await detectFormat(paths)
      return format === undefined ? {} : { format }
    },
    'annotated.preview': input =>
      jobs.run(input.job, async job => {
        const { previewAnnotated } = await readers()
        return previewAnnotated(await asked(input, job))
      }),
    'annotated.run': input =>
      jobs.run(input.job, async job => {
        const { importAnnotated } = await readers()
        return importAnnotated(await asked(input, job))
      }),
  }
}
