import type { Handlers } from '../dispatch.ts'
import { goldExamples } from '../people/gold-examples.ts'
import type { Services } from '../services.ts'

type Methods = 'guidelines.list' | 'guidelines.publish' | 'guidelines.examples'

/** The guideline by its versions, and what the gold set shows of it. */
export function guidelineHandlers({ projects, shell }: Services): Pick<Handlers, Methods> {
  return {
    'guidelines.list': async ({ project }) => {
      const { guidelines } = await projects.get(project)
      return { versions: await guidelines.all() }
    },
    'guidelines.publish': async ({ project, by, text, note }) => {
      const { guidelines, project: about } = await projects.get(project)
      const labels = Object.fromEntries(
        about.scheme.labels.flatMap(({ id, guideline }) => (guideline ? [[id, guideline]] : [])),
      )
      const published = shell.now().toISOString()
      const versions = await guidelines.publish({
        published,
        ...(by !== undefined && { by }),
        note,
        text,
        labels,
      })
      return { versions }
    },
    'guidelines.examples': async ({ project, limit }) => ({
      examples: await goldExamples(await projects.get(project), limit),
    }),
  }
}
