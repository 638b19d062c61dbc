import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Project } from '../../annotations/model/project.ts'
import { storedProject } from '../../annotations/model/stored.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { readStored } from './json-file.ts'
import { type ProjectPaths, projectPaths } from './paths.ts'
import { refuseLinks } from './refuse-links.ts'

/** The paths of a project's folder, which must be there. */
export async function projectFolder(folder: string): Promise<ProjectPaths> {
  const path = resolve(folder)
  const found = await stat(path).catch(error => {
    throw new AppError(failureOf(error, path))
  })
  if (!found.isDirectory()) throw appError('not-a-folder', { file: path })
  return projectPaths(path)
}

/** What a folder's project says about itself; a folder without one is refused. */
export async function readProject(
  folder: string,
): Promise<{ paths: ProjectPaths; project: Project }> {
  const paths = await projectFolder(folder)
  await refuseLinks(paths)
  const project = await readStored(paths.project, storedProject)
  if (!project) throw appError('not-a-project', { file: paths.folder })
  return { paths, project }
}
