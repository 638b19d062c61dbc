import { fold } from '../../arabic/fold.ts'

/** Words parted by white space, folded as searching folds them. */
export function foldedSet(words: string): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(/\s+/u)
      .map(word => fold(word).folded),
  )
}

/** Made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
