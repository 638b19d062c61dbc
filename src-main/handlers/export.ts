import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function exportHandlers({
  jobs,
  threads,
}: Services): Pick<Handlers, 'export.run' | 'export.preview'> {
  return {
    'export.run': ({ job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { runExport } = await import('../export/run-export.ts')
        return runExport(asked, threads, job)
      }),
    'export.preview': ({ job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { previewExport } = await import('../export/preview-export.ts')
        return previewExport(asked, threads, job)
      }),
  }
}
