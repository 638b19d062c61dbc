import type { HtmlNode } from './html-page.ts'

const elementNode = 1

/** How many elements stand one in another under a node, at most, and how many there are. */
export function extentOf(root: HtmlNode): { depth: number; elements: number } {
  let depth = 0
  let elements = 0
  let deepest = 0
  let node: HtmlNode | null = root
  while (node) {
    if (node.nodeType === elementNode) elements++
    const child: HtmlNode | null = node.firstChild
    if (child) {
      node = child
      deepest = Math.max(deepest, ++depth)
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    if (!node || node === root) break
    node = node.nextSibling
  }
  return { depth: deepest, elements }
}
