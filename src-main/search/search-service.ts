import type { z } from 'zod'
import type { Concordance, copyGroup } from '../../annotations/api/searching.ts'
import { projectPaths } from '../storage/paths.ts'
import type { Watch } from '../threads/asked-thread.ts'
import { keptReady } from '../threads/kept-ready.ts'
import { type Asked, searchProject } from './search-project.ts'

export type CopyGroup = z.infer<typeof copyGroup>

/** Searching, by folder: in a thread of its own where there is one, or on this. */
export type SearchService = {
  query(folder: string, asked: Asked, watch: Watch): Promise<Concordance>
  copies(folder: string, watch: Watch): Promise<CopyGroup[]>
  /** These documents, or any, may have changed. */
  touch(folder: string, ids: readonly string[] | 'all'): void
}

export function searchService(): SearchService {
  const projects = keptReady(folder => searchProject(projectPaths(folder)))
  return {
    // An index that is being brought into step is so for the next question, too, and goes on where one is cancelled.
    async query(folder, asked, { progress, check }) {
      check()
      return projects.of(folder).query(asked, progress)
    },
    async copies(folder, { progress, check }) {
      check()
      return projects.of(folder).copies(progress)
    },
    touch(folder, ids) {
      projects.peek(folder)?.touch(ids)
    },
  }
}
