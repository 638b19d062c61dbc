import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { extentOf } from './html-depth.ts'

/** As much of a DOM as an import looks at. Nothing in a page is run or fetched. */
export type HtmlNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
}

export type HtmlElement = HtmlNode & { getAttribute(name: string): string | null }

export type HtmlPage = {
  readonly root: HtmlNode
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
  /** The element that holds the article, if one is found. Rearranges the page: read all else first. */
  article(): HtmlNode | undefined
}

/** More tags than any article has: the parser's time grows with their square. */
const mostTags = 200_000
const deepest = 2_000

/** Elements whose end tag is often left out, or that have none; they do not tell how deep a page is. */
const openEnded =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|colgroup|option|optgroup|rp|rt|html|head|body)$/i

/** Could this page be parsed in reasonable time? Counted on the source, before anything is built. */
function isReasonable(source: string): boolean {
  let tags = 0
  let depth = 0
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at + 1)) {
    if (++tags > mostTags) return false
    const name = /^<(\/?)([a-z][a-z0-9]{0,15})/i.exec(source.slice(at, at + 18))
    if (!name || openEnded.test(name[2] ?? '')) continue
    depth = name[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) return false
  }
  return true
}

/** Readability's time grows with the square of the depth; articles stand some thirty elements deep. */
const deepestForReadability = 150
/** Its time for each of them is long, and the pages that have a tenth of this are few. Its own limit counts none here. */
const mostElementsForReadability = 10_000

/** The page, or undefined where it is built to be too much (a hundred thousand nested elements). */
export function parsePage(source: string): HtmlPage | undefined {
  if (!isReasonable(source)) return undefined
  // A document type behind anything else, as saved pages have it, would be all that the parser's tree begins with.
  const bare = source.replace(/^\s*<\?xml[^>]*>/i, '').replace(/<!doctype[^<>]*>/gi, '')
  // The parser adds no missing <html> or <body> of its own.
  const whole = /<html[\s>]/i.test(bare) && /<body[\s>]/i.test(bare)
  const { document } = parseHTML(whole ? bare : `<html><body>${bare}</body></html>`)
  const root: HtmlNode = document
  return {
    root,
    querySelector: selector => document.querySelector(selector),
    querySelectorAll: selector => document.querySelectorAll(selector),
    article() {
      // A document type that is never closed is the first of the tree and hides the rest of it from a walk.
      for (const { depth, elements } of [extentOf(root), extentOf(document.documentElement)])
        if (depth > deepestForReadability || elements > mostElementsForReadability) return undefined
      try {
        const reader = new Readability<HtmlNode>(document, {
          serializer: (node: HtmlNode) => node,
        })
        return reader.parse()?.content ?? undefined
      } catch {
        // Markup it stumbles over: the whole body is read instead.
        return undefined
      }
    },
  }
}
