import type { DocumentMetadata } from './document.ts'

/** A document with other metadata; what is no longer known is no longer there. */
export function withMetadata<T extends DocumentMetadata>(
  document: T,
  metadata: DocumentMetadata,
): Omit<T, keyof DocumentMetadata> & DocumentMetadata {
  const {
    title: _t,
    outlet: _o,
    author: _a,
    url: _u,
    published: _p,
    publishedUnsure: _s,
    ...rest
  } = document
  return { ...rest, ...metadata }
}
