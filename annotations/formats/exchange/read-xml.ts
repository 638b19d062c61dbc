import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { FormatProblem } from '../format.ts'

export type XmlElement = {
  /** With its namespace: what stands before the colon is anybody's choice. */
  uri: string
  local: string
  attribute(name: string): string | undefined
  attributes: SaxesTagNS['attributes']
}

export type XmlHandler = {
  open(element: XmlElement): void
  close(element: XmlElement): void
  text(text: string): void
}

/** Deeper than this no file of ours is. */
const deepest = 200

/**
 * Walks an XML text. Entities of its own are refused, as is a document type that declares any: nothing is expanded and
 * nothing is fetched.
 */
export function readXml(text: string, handler: XmlHandler): FormatProblem | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let refusal: string | undefined
  const refuse = (why: string) => {
    refusal ??= `${parser.line}:${parser.column}: ${why}`
    throw new Error(refusal)
  }
  parser.on('doctype', doctype => {
    if (/<!|%/.test(doctype)) refuse('a document type with declarations')
  })
  parser.on('error', error => {
    refuse(error.message)
  })
  parser.on('opentag', tag => {
    if (open.length >= deepest) refuse('nested too deeply')
    const { attributes } = tag
    const element: XmlElement = {
      uri: tag.uri,
      local: tag.local,
      attributes,
      attribute: name => (Object.hasOwn(attributes, name) ? attributes[name]?.value : undefined),
    }
    open.push(element)
    handler.open(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element) handler.close(element)
  })
  parser.on('text', said => handler.text(said))
  parser.on('cdata', said => handler.text(said))
  try {
    parser.write(text).close()
    return undefined
  } catch (error) {
    if (refusal === undefined) throw error
    return { kind: 'not-xml', detail: refusal }
  }
}
