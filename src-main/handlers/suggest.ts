import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { changeRejected, readRejected } from '../storage/rejected-store.ts'
import { writingAs, writingAsAll } from '../storage/writing-as.ts'

export function suggestHandlers({
  projects,
  jobs,
  shell,
}: Services): Pick<
  Handlers,
  'suggest.run' | 'suggest.across' | 'suggest.rejected' | 'suggest.reject'
> {
  return {
    'suggest.run': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const { runSuggest } = await import('../suggest/run-suggest.ts')
        const running = () => runSuggest(open, asked, job, shell.now)
        return writingAsAll(open, [asked.annotator], running)
      }),
    'suggest.across': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const { suggestAcross } = await import('../suggest/suggest-across.ts')
        const running = () => suggestAcross(open, asked, job, shell.now)
        return asked.accept ? writingAs(open, asked.annotator, running) : running()
      }),
    'suggest.rejected': async ({ project, annotator, documentId }) => {
      const { paths } = await projects.get(project)
      return { rejected: await readRejected(paths, annotator, documentId) }
    },
    'suggest.reject': async ({ project, annotator, documentId, ...change }) => {
      const open = await projects.get(project)
      // A document that is not there has nothing to be rejected on.
      await open.documents.read(documentId)
      const rejecting = () => changeRejected(open.paths, annotator, documentId, change)
      return { rejected: await writingAs(open, annotator, rejecting) }
    },
  }
}
