import { join } from 'node:path'
import { appFor, tempProject } from './temp-project.ts'

export async function setting() {
  const project = await tempProject()
  const app = appFor(join(project.folder, 'home'))
  const out = join(project.folder, 'out')
  return { ...project, ...app, out }
}
