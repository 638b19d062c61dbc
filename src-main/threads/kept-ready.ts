/** What was made for the folders used last; what is beyond `room` of them is made anew when it is asked for again. */
export function keptReady<T>(make: (folder: string) => T, room = 2) {
  const ready = new Map<string, T>()
  return {
    of(folder: string): T {
      const known = ready.get(folder) ?? make(folder)
      ready.delete(folder)
      ready.set(folder, known)
      const [oldest] = ready.keys()
      if (ready.size > room && oldest !== undefined) ready.delete(oldest)
      return known
    },
    /** Only where it has been made. */
    peek: (folder: string): T | undefined => ready.get(folder),
  }
}
