import { annotationSet } from '../../annotations/model/annotation-set.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { writingAs } from '../storage/writing-as.ts'

type Methods = 'sets.versions' | 'sets.version' | 'sets.recover'

/** Earlier states of a set: seen, gone back to, and put in the place of a file that cannot be read. */
export function versionHandlers({ projects, shell }: Services): Pick<Handlers, Methods> {
  return {
    'sets.versions': async ({ project, documentId, annotator }) => {
      const { sets } = await projects.get(project)
      return { versions: await sets.backups(annotator, documentId) }
    },
    'sets.version': async ({ project, documentId, annotator, name }) => {
      const { sets } = await projects.get(project)
      const set = await sets.readBackup(annotator, documentId, name)
      if (!set) throw appError('not-found', { file: name })
      return annotationSet.parse(set)
    },
    'sets.recover': async ({ project, documentId, annotator }) => {
      const open = await projects.get(project)
      const { sets, index } = open
      const { aside, good } = await writingAs(open, annotator, () =>
        sets.recover(annotator, documentId, shell.now()),
      )
      if (!good) return { aside }
      index.putSet(good.set)
      const { updated: saved, revision, annotations } = good.set
      return { aside, recovered: { saved, revision, annotations: annotations.length } }
    },
  }
}
