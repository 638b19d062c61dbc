import type { DocumentOrigin } from '../../annotations/model/document.ts'

type LineEnds = DocumentOrigin['lineEnds']

/**
 * CRLF and CR as LF, and which were found. Nothing else of the text is touched: NEL, U+2028 and U+2029 are characters
 * of the text, not line ends. Text without any line end is 'lf'.
 */
export function foldLineEnds(text: string): { text: string; lineEnds: LineEnds } {
  if (!text.includes('\r')) return { text, lineEnds: 'lf' }
  const crlf = /\r\n/.test(text)
  const cr = /\r(?!\n)/.test(text)
  const lf = /(?:^|[^\r])\n/.test(text)
  const kinds = Number(crlf) + Number(cr) + Number(lf)
  return {
    text: text.replace(/\r\n?/g, '\n'),
    lineEnds: kinds > 1 ? 'mixed' : crlf ? 'crlf' : 'cr',
  }
}
