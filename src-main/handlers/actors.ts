import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function actorHandlers({ projects }: Services): Pick<Handlers, 'actors.save'> {
  return {
    'actors.save': async ({ project, actor }) => {
      const { actors } = await projects.get(project)
      await actors.save(actor)
      return actor
    },
  }
}
