import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { writingAsAll } from '../storage/writing-as.ts'
import { runSuggest } from '../suggest/run-suggest.ts'

export function suggestHandlers({
  projects,
  jobs,
  shell,
}: Services): Pick<Handlers, 'suggest.run'> {
  return {
    'suggest.run': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const running = () => runSuggest(open, asked, job, shell.now)
        return writingAsAll(open, [asked.annotator], running)
      }),
  }
}
