import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { runSuggest } from '../suggest/run-suggest.ts'

export function suggestHandlers({
  projects,
  jobs,
  shell,
}: Services): Pick<Handlers, 'suggest.run'> {
  return {
    'suggest.run': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => runSuggest(await projects.get(project), asked, job, shell.now)),
  }
}
