import { join, relative } from 'node:path'

/** Where everything of a project lies (design.md, 3). */
export type ProjectPaths = ReturnType<typeof projectPaths>

export function projectPaths(folder: string) {
  const shard = (id: string) => id.slice(0, 2)
  return {
    folder,
    project: join(folder, 'project.json'),
    documents: join(folder, 'documents'),
    documentText: (id: string) => join(folder, 'documents', shard(id), `${id}.txt`),
    documentRecord: (id: string) => join(folder, 'documents', shard(id), `${id}.json`),
    annotations: join(folder, 'annotations'),
    set: (annotator: string, id: string) =>
      join(folder, 'annotations', annotator, shard(id), `${id}.json`),
    actors: join(folder, 'actors'),
    actor: (id: string) => join(folder, 'actors', `${id}.json`),
    propositions: join(folder, 'propositions'),
    proposition: (id: string) => join(folder, 'propositions', `${id}.json`),
    /** What each annotator said names nobody. */
    exceptions: join(folder, 'exceptions'),
    exceptionsOf: (annotator: string) => join(folder, 'exceptions', `${annotator}.json`),
    /** What was done to the register, so that it can be taken back. */
    registerSteps: join(folder, '.isnad', 'register.jsonl'),
    /** What was said about documents, by whom (`remark.ts`). */
    comments: join(folder, 'comments'),
    comment: (author: string, id: string) =>
      join(folder, 'comments', author, shard(id), `${id}.json`),
    assignments: join(folder, 'assignments'),
    assignment: (id: string) => join(folder, 'assignments', `${id}.json`),
    guidelines: join(folder, 'guidelines'),
    guideline: (id: string) => join(folder, 'guidelines', `${id}.json`),
    /** Files that were merged into others, as they were. */
    merged: join(folder, '.isnad', 'merged'),
    /** What files of other tools said that has no place here (`kept-store.ts`). */
    kept: (format: string, annotator: string, id: string) =>
      join(folder, 'kept', format, annotator, shard(id), `${id}.json`),
    /** Suggestions that an annotator has rejected (`rejected-store.ts`). */
    suggestions: join(folder, 'suggestions'),
    rejected: (annotator: string, id: string) =>
      join(folder, 'suggestions', annotator, shard(id), `${id}.json`),
    /** Caches, the action log, backups and locks. */
    state: join(folder, '.isnad'),
    schemeChanges: join(folder, '.isnad', 'scheme-changes'),
    logs: join(folder, '.isnad', 'log'),
    log: (annotator: string, id: string) =>
      join(folder, '.isnad', 'log', annotator, shard(id), `${id}.jsonl`),
    /** The folder of a project file's earlier states. */
    backups: (file: string) => join(folder, '.isnad', 'backups', relative(folder, file)),
    locks: join(folder, '.isnad', 'locks'),
    index: join(folder, '.isnad', 'index.json'),
    pageLines: join(folder, '.isnad', 'lines.json'),
  }
}
