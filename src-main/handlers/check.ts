import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { formats } from '../../annotations/formats/formats.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { checkJsonl } from '../check/check-jsonl.ts'
import { checkProject } from '../check/check-project.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function checkHandlers(_: Services): Pick<Handlers, 'project.check'> {
  return {
    'project.check': async ({ path: asked }) => {
      const path = resolve(asked)
      const found = await stat(path).catch(error => {
        throw new AppError(failureOf(error, path))
      })
      if (found.isDirectory()) return checkProject(path)
      if (!found.isFile()) throw appError('not-checkable', { file: path })
      if (basename(path) === 'project.json') return checkProject(dirname(path))
      return checkJsonl(path, formats.isnad)
    },
  }
}
