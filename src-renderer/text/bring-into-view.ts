/** How many frames a far paragraph is waited for until it is drawn. */
const patience = 10

/**
 * Brings a line into view: at once where it is drawn, or after `toParagraph` has brought its paragraph near. `toLine`
 * answers whether it found the line. Answers how to stop waiting.
 */
export function bringIntoView(
  toLine: () => boolean,
  toParagraph: () => void,
): (() => void) | undefined {
  if (toLine()) return undefined
  toParagraph()
  let tries = 0
  const settle = () => {
    if (toLine() || tries++ > patience) return
    frame = requestAnimationFrame(settle)
  }
  let frame = requestAnimationFrame(settle)
  return () => cancelAnimationFrame(frame)
}
