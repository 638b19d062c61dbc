import type { z } from 'zod'
import type { Concordance, copyGroup } from '../../annotations/api/searching.ts'
import { projectPaths } from '../storage/paths.ts'
import { type Asked, searchProject } from './search-project.ts'

export type CopyGroup = z.infer<typeof copyGroup>
export type Progress = (done: number, total: number) => void

/** Searching, by folder: in a thread of its own where there is one, or on this. */
export type SearchService = {
  query(folder: string, asked: Asked, progress: Progress): Promise<Concordance>
  copies(folder: string, progress: Progress): Promise<CopyGroup[]>
  /** These documents, or any, may have changed. */
  touch(folder: string, ids: readonly string[] | 'all'): void
}

/** How many projects are kept ready. */
const kept = 2

export function searchService(): SearchService {
  const projects = new Map<string, ReturnType<typeof searchProject>>()

  function of(folder: string) {
    const known = projects.get(folder) ?? searchProject(projectPaths(folder))
    projects.delete(folder)
    projects.set(folder, known)
    const [oldest] = projects.keys()
    if (projects.size > kept && oldest !== undefined) projects.delete(oldest)
    return known
  }

  return {
    query: (folder, asked, progress) => of(folder).query(asked, progress),
    copies: (folder, progress) => of(folder).copies(progress),
    touch(folder, ids) {
      projects.get(folder)?.touch(ids)
    },
  }
}
