import { useEffect, useState } from 'react'

/**
 * A value as it was when the last frame was painted: for what may follow the text a moment later, but not delay it.
 * What is drawn for the first time starts with `first`, if that is given, and has the value a frame later.
 */
export function useAfterPaint<T, First = T>(value: T, ...first: [First?]): T | First {
  const [painted, setPainted] = useState<T | First>(() =>
    first.length > 0 ? (first[0] as First) : value,
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(() => value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value])
  return painted
}
