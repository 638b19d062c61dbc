import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component of another file, which is fetched when it is first shown, or before by `bring`. Not React's `lazy`: what
 * that puts in the place of nothing is held back for 300 ms, even where the file has long been there.
 */
export function fetched(load: () => Promise<ComponentType>) {
  let loaded: ComponentType | undefined
  const bring = async () => {
    loaded ??= await load()
  }

  function Fetched() {
    const [, again] = useState(0)
    const [failed, setFailed] = useState<unknown>()
    useEffect(() => {
      if (loaded) return
      let current = true
      bring().then(
        () => current && again(n => n + 1),
        error => current && setFailed(error),
      )
      return () => {
        current = false
      }
    }, [])
    // Said where all errors of the page are.
    if (failed !== undefined) throw failed
    const Loaded = loaded
    return Loaded ? <Loaded /> : null
  }

  return { Fetched, bring: () => void bring().catch(() => {}) }
}
