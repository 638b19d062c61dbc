import { useEffect, useState } from 'react'

/**
 * A value as it was when a frame with the text of then had been shown: for what may follow the text a moment later, but
 * not delay it. What is drawn for the first time starts with `first`, if that is given.
 */
export function useAfterPaint<T, First = T>(value: T, ...first: [First?]): T | First {
  const [painted, setPainted] = useState<T | First>(() =>
    first.length > 0 ? (first[0] as First) : value,
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // The second frame begins when the first has been handed over to be shown.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => setPainted(() => value))
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value])
  return painted
}
