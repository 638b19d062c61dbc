import type { Input } from '../../annotations/api/contract.ts'
import { formatIds, formatOf } from '../../annotations/formats/formats.ts'
import { type ImportingAnnotated, importAnnotated } from '../annotated/import-annotated.ts'
import { readMapping } from '../annotated/mapping-file.ts'
import { previewAnnotated } from '../annotated/preview-annotated.ts'
import { detectFormat, filesOf } from '../annotated/sources.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Job } from '../jobs.ts'
import type { Services } from '../services.ts'

type Methods = 'formats.list' | 'annotated.detect' | 'annotated.preview' | 'annotated.run'

export function annotatedHandlers({ projects, jobs, shell }: Services): Pick<Handlers, Methods> {
  async function asked(input: Input<'annotated.run'>, job: Job): Promise<ImportingAnnotated> {
    const { format, encoding, annotator, paths, mapFile } = input
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
    'formats.list': async () => ({
      formats: formatIds.map(id => {
        const { name, extension, layout, units, reader, writer } = formatOf(id)
        const can = { reads: reader !== undefined, writes: writer !== undefined }
        return { id, name, extension, layout, units: [...units], ...can }
      }),
    }),
    'annotated.detect': async ({ paths }) => {
      const format = await detectFormat(paths)
      return format === undefined ? {} : { format }
    },
    'annotated.preview': input =>
      jobs.run(input.job, async job => previewAnnotated(await asked(input, job))),
    'annotated.run': input =>
      jobs.run(input.job, async job => importAnnotated(await asked(input, job))),
  }
}
