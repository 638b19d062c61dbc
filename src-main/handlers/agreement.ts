import type { Handlers } from '../dispatch.ts'
import { exportPlace } from '../export/export-place.ts'
import type { Services } from '../services.ts'
import { projectPaths } from '../storage/paths.ts'
import { replaceFile } from '../storage/replace-file.ts'

export function agreementHandlers({
  jobs,
  shell,
}: Services): Pick<Handlers, 'agreement.report' | 'agreement.save'> {
  return {
    'agreement.report': ({ source, job: name, annotators, matching, ...wishes }) =>
      jobs.run(name, async job => {
        const { agreementOfFiles, agreementOfProject } = await import(
          '../agreement/agreement-of-project.ts'
        )
        const asked = { annotators, matching, wishes }
        return source.kind === 'project'
          ? agreementOfProject(source.project, asked, job, shell.workers?.agreement)
          : agreementOfFiles(source.files, asked, job, shell.workers?.agreement)
      }),

    'agreement.save': async ({ report, format, language, out, project, overwrite }) => {
      const file = await exportPlace(out, overwrite, projectPaths(project))
      const written = await {
        html: async () =>
          (await import('../../annotations/agreement/report-html.ts')).reportHtml(report, language),
        csv: async () =>
          (await import('../../annotations/agreement/report-csv.ts')).reportCsv(report),
        json: async () => `${JSON.stringify(report, null, 2)}\n`,
      }[format]()
      const bytes = new TextEncoder().encode(written)
      await replaceFile(file, bytes)
      return { file, bytes: bytes.length }
    },
  }
}
