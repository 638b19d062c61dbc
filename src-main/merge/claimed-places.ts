import { appError } from '../app-error.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { projectFolder } from '../storage/read-project.ts'
import { refuseLinks } from '../storage/refuse-links.ts'
import { copyOf, projectTree } from './project-tree.ts'

/** One of the two projects: the path of every file by its place in the project. */
export type Tree = { paths: ProjectPaths; files: Map<string, string>; from: 'a' | 'b' }

/** A file that would be at a place of the merged project. */
export type Claim = { tree: Tree; path: string }

export async function treeOf(folder: string, from: 'a' | 'b'): Promise<Tree> {
  const paths = await projectFolder(folder)
  await refuseLinks(paths)
  const files = await projectTree(paths.folder)
  if (!files.has('project.json')) throw appError('not-a-project', { file: paths.folder })
  return { paths, files, from }
}

/** Is it the file itself, and no second copy of it that another program left? */
export const isOriginal = ({ tree, path }: Claim, place: string) => tree.files.get(place) === path

/** Every file that claims a place, second copies among them: the file itself first, of the first tree before the second. */
export function claimedPlaces(trees: readonly Tree[]): Map<string, Claim[]> {
  const places = new Map<string, Claim[]>()
  for (const tree of trees)
    for (const [place, path] of tree.files) {
      const at = copyOf(place, known => trees.some(({ files }) => files.has(known))) ?? place
      const list = places.get(at) ?? []
      list.push({ tree, path })
      places.set(at, list)
    }
  for (const [place, list] of places)
    places.set(place, [
      ...list.filter(one => isOriginal(one, place)),
      ...list.filter(one => !isOriginal(one, place)),
    ])
  return places
}
