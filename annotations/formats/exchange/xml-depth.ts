import { SaxesParser } from 'saxes'

/**
 * Given an XML text piece by piece, answers after each how many elements have stood one in another at most. Whether the
 * XML is sound is not asked here.
 */
export function xmlDepth(): (piece: string) => number {
  const parser = new SaxesParser()
  let depth = 0
  let deepest = 0
  parser.on('error', () => {})
  parser.on('opentag', () => {
    deepest = Math.max(deepest, ++depth)
  })
  parser.on('closetag', () => {
    depth--
  })
  return piece => {
    parser.write(piece)
    return deepest
  }
}
