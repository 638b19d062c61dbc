import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { originalOf } from '../../annotations/merge/conflict-names.ts'
import { actorId } from '../../annotations/model/actor.ts'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { AppError, failureOf } from '../app-error.ts'
import { isTemporary } from '../storage/replace-file.ts'

/** What is of one machine alone, or can be made again. */
const left =
  /^(\.git|\.stfolder|\.stversions|\.dropbox\.cache)(\/|$)|^\.isnad\/(locks|merged|search|scheme-changes)(\/|$)|^\.isnad\/[^/]*\.(json|bin|idx)$/

/** Files of a project by their place in it (with `/`, names composed), in order; links are none of its own. */
export async function projectTree(
  folder: string,
  within: (place: string) => boolean = () => true,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  async function walk(path: string, place: string): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true }).catch((error): Dirent[] => {
      throw new AppError(failureOf(error, path))
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = place === '' ? entry.name : `${place}/${entry.name}`
      // macOS takes letters apart in names: the same file has one name here.
      const name = inside.normalize('NFC')
      if (left.test(name) || isTemporary(entry.name) || !within(name)) continue
      if (entry.isDirectory()) await walk(join(path, entry.name), inside)
      else if (entry.isFile()) found.set(name, join(path, entry.name))
    }
  }
  await walk(folder, '')
  return found
}

const sharded = /^(documents|(?:annotations|comments)\/[^/]+)\/([0-9a-f]{2})\/([^/]+)$/
const flat = /^(actors|assignments|guidelines|propositions|exceptions)\/([^/]+)$/

/** The place of the file that one in a project is a second copy of, as its name tells; undefined for any other. */
export function copyOf(place: string, exists: (place: string) => boolean): string | undefined {
  const at = place.lastIndexOf('/') + 1
  const [folder, name] = [place.slice(0, at), place.slice(at)]
  const isName = place.match(sharded)
    ? (stem: string) => documentId.safeParse(stem).success
    : place.match(flat)
      ? (stem: string) => actorId.safeParse(stem).success
      : folder === ''
        ? (stem: string) => stem === 'project'
        : undefined
  const original = isName && originalOf(name, isName)
  return original !== undefined &&
    (folder === '' || exists(folder + original) || sharded.test(place))
    ? folder + original
    : undefined
}

/** Whose set on which document a place is. */
export function setAt(place: string): { annotator: string; documentId: string } | undefined {
  const [, annotator, id] =
    /^annotations\/([^/]+)\/[0-9a-f]{2}\/([0-9a-f]{16})\.json$/.exec(place) ?? []
  return annotator === undefined || id === undefined ? undefined : { annotator, documentId: id }
}

export const isRecord = (place: string) =>
  place === 'project.json' || (place.endsWith('.json') && (sharded.test(place) || flat.test(place)))
