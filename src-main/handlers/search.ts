import { emptySet } from '../../annotations/model/annotation-set.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { readProject } from '../storage/read-project.ts'

export function searchHandlers({
  projects,
  jobs,
  search,
}: Services): Pick<Handlers, 'search.query' | 'copies.find' | 'copies.carry'> {
  return {
    'search.query': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { paths } = await readProject(project)
        return search.query(paths.folder, asked, job)
      }),
    'copies.find': ({ project, job: name }) =>
      jobs.run(name, async job => {
        const { paths } = await readProject(project)
        const groups = await search.copies(paths.folder, job)
        return { groups }
      }),
    'copies.carry': async ({ project, from, to, annotator }) => {
      const { carryAnnotations } = await import('../../annotations/suggest/carry-annotations.ts')
      const { documents, sets } = await projects.get(project)
      const [here, there] = await Promise.all([documents.read(from), documents.read(to)])
      const stored = await sets.find(annotator, from)
      const { set } = placeSet(here.text, stored ?? emptySet(here.id, here.textDigest, annotator))
      return carryAnnotations(set, here.text, there.text)
    },
  }
}
