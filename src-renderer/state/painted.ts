/** Milliseconds; a window that is not seen paints nothing, and what waits for it goes on all the same. */
const unseen = 200

/** When what has just been drawn has been shown: for what may follow the text a moment later, but not delay it. */
export const painted = (): Promise<void> =>
  new Promise(resolve => {
    const late = setTimeout(resolve, unseen)
    // The second frame begins when the first has been handed over to be shown.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late)
        setTimeout(resolve)
      }),
    )
  })
