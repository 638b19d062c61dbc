import { useSession } from '../state/session.ts'

/** Everyone who has a set in the project: as it was opened, and as documents were saved since. */
export function useAnnotators(): string[] {
  const opened = useSession(session => session.project?.annotators ?? none)
  const documents = useSession(session => session.documents)
  return [...new Set([...opened, ...documents.flatMap(({ sets }) => Object.keys(sets))])]
}

const none: string[] = []
