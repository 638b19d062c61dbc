const name = 'isnad-key'

/**
 * The key that calls over HTTP carry: given once behind the # of the address, then kept where this origin alone can read
 * it, the port included, which no cookie is. Asked for anew every time: a link opened in another tab may have renewed it.
 */
export function pageKey(): () => string {
  const given = /^#key=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    // Out of the address, so that nobody copies it with it.
    history.replaceState(null, '', location.pathname)
    try {
      localStorage.setItem(name, given)
    } catch {
      // A browser that stores nothing has it until the page is left.
      return () => given
    }
  }
  return () => localStorage.getItem(name) ?? ''
}
