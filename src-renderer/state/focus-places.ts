/** The text and the fields, for commands that go there; whoever draws them provides the way. */
export const inspector: { focus: () => void } = { focus: () => {} }
export const comments: { focus: () => void } = { focus: () => {} }
export const reader: { root: HTMLElement | undefined; focus: () => void } = {
  root: undefined,
  focus: () => reader.root?.focus({ preventScroll: true }),
}
