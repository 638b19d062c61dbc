import type { HtmlNode } from './html-page.ts'

const left = (names: string) => new Set(names.split(' '))

/** Not part of what is read. */
const dropped = left(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV HEAD TITLE META LINK IFRAME OBJECT EMBED SVG CANVAS AUDIO VIDEO BUTTON INPUT SELECT TEXTAREA DATALIST DIALOG',
)
/** Paragraphs of their own. */
const blocks = left(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DETAILS DIV DL FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML MAIN OL P PRE SECTION SUMMARY TABLE UL CAPTION',
)
/** Lines of their own within a block. */
const lines = left('LI DT DD TR OPTION')

const elementNode = 1
const textNode = 3

/** White space as HTML collapses it; NBSP is a character. */
const collapsible = /[ \t\n\f\r]+/g

/** Text put together from pieces, with the white space between them that layout would give. */
function writer() {
  let text = ''
  let breaks = 0
  let tabs = 0
  let space = false
  let inRow = false
  const atLeast = (count: number) => {
    breaks = Math.max(breaks, count)
    space = false
    tabs = 0
  }
  return {
    paragraph: () => atLeast(2),
    line: () => atLeast(1),
    /** One <br> is a line end, two are a paragraph's. */
    lineBreak: () => atLeast(Math.min(breaks + 1, 2)),
    row: () => {
      inRow = false
    },
    /** Every cell but the first of its row is behind a tab. */
    cell: () => {
      if (inRow) tabs++
      inRow = true
      space = false
    },
    put(piece: string) {
      const words = piece.replace(collapsible, ' ')
      const bare = words.replace(/^ | $/g, '')
      if (words.startsWith(' ')) space = true
      if (bare === '') return
      if (text !== '' && breaks > 0) text += '\n'.repeat(breaks)
      else if (space && tabs === 0 && text !== '') text += ' '
      text += '\t'.repeat(text === '' ? 0 : tabs) + bare
      breaks = 0
      tabs = 0
      space = words.endsWith(' ')
    },
    result: () => text,
  }
}

type Writer = ReturnType<typeof writer>

function edge(node: HtmlNode, out: Writer): void {
  const name = node.nodeName.toUpperCase()
  if (blocks.has(name)) out.paragraph()
  else if (lines.has(name)) out.line()
}

function enter(node: HtmlNode, out: Writer): void {
  const name = node.nodeName.toUpperCase()
  edge(node, out)
  if (name === 'BR') out.lineBreak()
  if (name === 'TR') out.row()
  if (name === 'TD' || name === 'TH') out.cell()
}

/** The text of preformatted lines keeps its line ends. */
function putText(node: HtmlNode, isPreformatted: boolean, out: Writer): void {
  const text = node.textContent ?? ''
  const pieces = isPreformatted ? text.split('\n') : [text]
  for (const [at, line] of pieces.entries()) {
    if (at > 0) out.lineBreak()
    out.put(line)
  }
}

/**
 * The text under a node as a reader sees it: a paragraph a line, blank lines between them, list items and table rows
 * on lines of their own, cells apart by a tab. Walked without recursion, so that no page is too deep for it.
 */
export function htmlText(root: HtmlNode): string {
  const out = writer()
  let preformatted = 0
  let node: HtmlNode | null = root
  while (node) {
    const isElement: boolean = node.nodeType === elementNode
    const isOut: boolean = isElement && dropped.has(node.nodeName.toUpperCase())
    if (node.nodeType === textNode) putText(node, preformatted > 0, out)
    else if (isElement && !isOut) enter(node, out)
    const child: HtmlNode | null = isOut ? null : node.firstChild
    if (child) {
      if (node.nodeName.toUpperCase() === 'PRE') preformatted++
      node = child
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (!node) break
      edge(node, out)
      if (node.nodeName.toUpperCase() === 'PRE') preformatted--
    }
    if (!node || node === root) break
    if (isElement) edge(node, out)
    node = node.nextSibling
  }
  return out.result()
}
