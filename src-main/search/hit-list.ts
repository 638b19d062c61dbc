/** Hits as columns of numbers: there may be a million, and an object each would cost more than finding them. */
export type HitList = ReturnType<typeof hitList>

/** A place in a document: its first word, how many, and folded letters of the first word left out. */
export type Hit = { readonly at: number; readonly words: number; readonly before: number }

const columns = 4

export function hitList() {
  let numbers = new Uint32Array(1024)
  let length = 0
  return {
    get length() {
      return length / columns
    },
    push(place: number, at: number, words: number, before: number) {
      if (length + columns > numbers.length) {
        const grown = new Uint32Array(numbers.length * 2)
        grown.set(numbers)
        numbers = grown
      }
      numbers[length++] = place
      numbers[length++] = at
      numbers[length++] = words
      numbers[length++] = before
    },
    placeOf: (hit: number) => numbers[hit * columns] as number,
    atOf: (hit: number) => numbers[hit * columns + 1] as number,
    wordsOf: (hit: number) => numbers[hit * columns + 2] as number,
    hit: (hit: number): Hit => ({
      at: numbers[hit * columns + 1] as number,
      words: numbers[hit * columns + 2] as number,
      before: numbers[hit * columns + 3] as number,
    }),
  }
}
