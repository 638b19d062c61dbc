import { SaxesParser } from 'saxes'

/** What takes those who read it further on time by the square: Word writes a tenth of each at most. */
const most = { depth: 500, attributes: 200, namespaces: 2000 }

/**
 * Is told an XML file piece by piece, and at its end; answers what is wrong with it, if anything is. What is no sound
 * XML Word would not open either; lenient readers go back over it again and again.
 */
export function xmlGuard() {
  const parser = new SaxesParser()
  let wrong: string | undefined
  let depth = 0
  let attributes = 0
  let namespaces = 0
  parser.on('error', error => {
    wrong ??= error.message.slice(0, 200)
  })
  parser.on('opentagstart', () => {
    attributes = 0
    if (++depth > most.depth) wrong ??= `elements more than ${most.depth} deep`
  })
  parser.on('attribute', ({ name }) => {
    if (++attributes > most.attributes)
      wrong ??= `an element of more than ${most.attributes} attributes`
    if (name.startsWith('xmlns') && ++namespaces > most.namespaces)
      wrong ??= `more than ${most.namespaces} names of namespaces`
  })
  parser.on('closetag', () => {
    depth--
  })
  return {
    piece(text: string): void {
      if (wrong === undefined) parser.write(text)
    },
    end(): string | undefined {
      if (wrong === undefined) parser.close()
      return wrong
    },
  }
}
