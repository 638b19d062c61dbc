import type { Handlers } from '../dispatch.ts'
import { previewExport } from '../export/preview-export.ts'
import { runExport } from '../export/run-export.ts'
import type { Services } from '../services.ts'

export function exportHandlers({
  jobs,
  threads,
}: Services): Pick<Handlers, 'export.run' | 'export.preview'> {
  return {
    'export.run': ({ job: name, ...asked }) =>
      jobs.run(name, job => runExport(asked, threads, job)),
    'export.preview': ({ job: name, ...asked }) =>
      jobs.run(name, job => previewExport(asked, threads, job)),
  }
}
