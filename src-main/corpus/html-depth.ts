import type { HtmlNode } from './html-page.ts'

/** How many elements stand one in another under a node, at most. */
export function depthOf(root: HtmlNode): number {
  let depth = 0
  let deepest = 0
  let node: HtmlNode | null = root
  while (node) {
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
  return deepest
}
