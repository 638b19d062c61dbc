/**
 * A file or a link let go over the page by mistake would take the page's place, and what is not saved with it. Where the
 * page does want something dropped, that place takes it before it comes here.
 */
export function refuseDrops(): void {
  for (const kind of ['dragover', 'drop'] as const)
    window.addEventListener(kind, event => {
      if (event.defaultPrevented) return
      // Text may be dragged into a field.
      const field = (event.target as Element | null)?.closest?.('input, textarea')
      if (field && !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    })
}
