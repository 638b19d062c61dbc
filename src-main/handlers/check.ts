import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { isnadJsonl } from '../../annotations/formats/isnad-jsonl.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { checkProject } from '../check/check-project.ts'
import { repairProject } from '../check/repair-project.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function checkHandlers({ shell, projects }: Services): Pick<Handlers, 'project.check'> {
  return {
    'project.check': async ({ path: asked, repair }) => {
      const path = resolve(asked)
      const found = await stat(path).catch(error => {
        throw new AppError(failureOf(error, path))
      })
      const named = basename(path) === 'project.json' ? dirname(path) : undefined
      const folder = found.isDirectory() ? path : named
      if (folder !== undefined) {
        if (!repair) return checkProject(folder)
        const repaired = await repairProject(folder, shell.now())
        await projects.forget(folder)
        return { ...(await checkProject(folder)), repaired }
      }
      if (!found.isFile()) throw appError('not-checkable', { file: path })
      const { checkJsonl } = await import('../check/check-jsonl.ts')
      return checkJsonl(path, isnadJsonl)
    },
  }
}
