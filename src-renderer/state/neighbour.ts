import { useSession } from './session.ts'

/** The document so many places on in the list as it is sorted and filtered; one the filter has let go is followed by the first. */
export function neighbour(by: 1 | -1): string | undefined {
  const { documents, order, documentId } = useSession.getState()
  const ids = order.length > 0 ? order : documents.map(({ id }) => id)
  return ids[documentId === undefined ? 0 : ids.indexOf(documentId) + by]
}
