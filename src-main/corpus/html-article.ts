import type { DocumentMetadata } from '../../annotations/model/document.ts'
import { plainLine } from '../../annotations/text/plain-line.ts'
import { htmlMetadata } from './html-metadata.ts'
import { parsePage } from './html-page.ts'
import { htmlText } from './html-text.ts'

/** The text with the headline as its first line, once. */
function withHeadline(text: string, title: string | undefined): string {
  if (title === undefined || text === '') return text
  const end = text.indexOf('\n')
  const first = end === -1 ? text : text.slice(0, end)
  return plainLine(first).startsWith(plainLine(title)) ? text : `${title}\n\n${text}`
}

/** A page's article as text, and what the page says of it. The text is empty where there is none. */
export function htmlArticle(source: string): { text: string; metadata: Partial<DocumentMetadata> } {
  const page = parsePage(source)
  if (!page) return { text: '', metadata: {} }
  const metadata = htmlMetadata(page)
  const body = htmlText(page.root)
  const article = page.article()
  const found = article ? htmlText(article) : ''
  return { text: withHeadline(found === '' ? body : found, metadata.title), metadata }
}
