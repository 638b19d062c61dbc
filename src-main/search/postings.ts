/**
 * Where every term stands, as bytes: the distance from its place before, document by document. A term begins with a
 * small chunk and goes on in larger ones, so that the many rare terms cost little and the few frequent ones are read in
 * one go. Documents come in the order of their places, and words in that of the text.
 */

const smallest = 8
const largest = 512
/** Bytes at a chunk's end: where the next one begins. */
const link = 4

function wider(numbers: Uint32Array<ArrayBuffer>) {
  const more = new Uint32Array(numbers.length * 2)
  more.set(numbers)
  return more
}

export function postings() {
  let bytes = new Uint8Array(1 << 16)
  /** Nothing begins at 0, so that it can mean "none". */
  let used = 1
  /** By term: its first chunk, where it is written next, where its chunk ends, and the last place and word. */
  let heads = new Uint32Array(1 << 11)
  let nexts = new Uint32Array(1 << 11)
  let ends = new Uint32Array(1 << 11)
  let places = new Uint32Array(1 << 11)
  let words = new Uint32Array(1 << 11)

  function chunk(size: number): number {
    const start = used
    used += size
    if (used > bytes.length) {
      const more = new Uint8Array(Math.ceil(used * 1.4))
      more.set(bytes)
      bytes = more
    }
    return start
  }

  function writeByte(term: number, byte: number) {
    let next = nexts[term] as number
    const end = ends[term] as number
    if (next === end) {
      const size = Math.min(largest, sizeAfter(term))
      const start = chunk(size)
      bytes[end] = start & 255
      bytes[end + 1] = (start >>> 8) & 255
      bytes[end + 2] = (start >>> 16) & 255
      bytes[end + 3] = start >>> 24
      next = start
      ends[term] = start + size - link
    }
    bytes[next] = byte
    nexts[term] = next + 1
  }

  /** Chunks double, which only a walk over them would know: the first is small, those behind it as large as may be. */
  const sizeAfter = (term: number) => {
    const end = ends[term] as number
    return end === (heads[term] as number) + smallest - link ? smallest * 4 : largest
  }

  function write(term: number, value: number) {
    let rest = value
    while (rest > 127) {
      writeByte(term, (rest & 127) | 128)
      rest >>>= 7
    }
    writeByte(term, rest)
  }

  return {
    /** A term stands at a word of a document; both no earlier than those it was told of before. */
    add(term: number, place: number, at: number) {
      while (term >= heads.length) {
        heads = wider(heads)
        nexts = wider(nexts)
        ends = wider(ends)
        places = wider(places)
        words = wider(words)
      }
      if (heads[term] === 0) {
        const start = chunk(smallest)
        heads[term] = start
        nexts[term] = start
        ends[term] = start + smallest - link
        write(term, (place << 1) >>> 0)
        write(term, at)
      } else if (places[term] === place) write(term, ((at - (words[term] as number)) << 1) | 1)
      else {
        write(term, ((place - (places[term] as number)) << 1) >>> 0)
        write(term, at)
      }
      places[term] = place
      words[term] = at
    },

    /** Every place of a term, in order. All in one loop: a function a byte would take three times as long. */
    each(term: number, take: (place: number, at: number) => void) {
      let here = heads[term] ?? 0
      if (here === 0) return
      const last = nexts[term] as number
      const data = bytes
      let end = here + smallest - link
      let size = smallest
      let place = 0
      let at = 0
      /** The first number said another document, and this one is the word in it. */
      let isWord = false
      while (here !== last) {
        let value = 0
        for (let shift = 0; ; shift += 7) {
          if (here === end) {
            here =
              ((data[end] as number) |
                ((data[end + 1] as number) << 8) |
                ((data[end + 2] as number) << 16) |
                ((data[end + 3] as number) << 24)) >>>
              0
            size = size === smallest ? smallest * 4 : largest
            end = here + size - link
          }
          const byte = data[here++] as number
          value |= (byte & 127) << shift
          if (byte < 128) break
        }
        if (isWord) {
          at = value >>> 0
          isWord = false
        } else if ((value & 1) === 0) {
          place += value >>> 1
          isWord = true
          continue
        } else at += value >>> 1
        take(place, at)
      }
    },
  }
}
