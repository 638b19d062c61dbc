import { emptySet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
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
      const setOn = async ({ id, text, textDigest }: Document) =>
        placeSet(text, (await sets.find(annotator, id)) ?? emptySet(id, textDigest, annotator)).set
      return carryAnnotations(await setOn(here), here.text, there.text, await setOn(there))
    },
  }
}
