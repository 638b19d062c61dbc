import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { FolderListing } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'
import { parentOf } from './path-names.ts'

/** One folder after another, as one walks. */
export function useFolder(start: string | undefined) {
  const [listing, setListing] = useState<FolderListing>()
  const [failure, setFailure] = useState<Failure>()
  const [reading, setReading] = useState(true)
  const asked = useRef(0)
  const begun = useRef(start)

  async function go(folder: string | undefined): Promise<void> {
    const turn = ++asked.current
    setReading(true)
    const listed = await call('folders.list', { folder })
    if (turn !== asked.current) return
    setReading(false)
    setFailure(listed.ok ? undefined : listed.failure)
    if (listed.ok) setListing(listed.value)
  }

  // Where one begins need not exist yet: then the nearest folder above it that does, and home at last.
  useEffect(() => {
    const turn = ++asked.current
    async function begin() {
      for (let folder = begun.current; folder; ) {
        const listed = await call('folders.list', { folder })
        if (turn !== asked.current) return
        if (listed.ok) {
          setReading(false)
          return setListing(listed.value)
        }
        const above = parentOf(folder)
        folder = above === folder ? undefined : above
      }
      const listed = await call('folders.list', {})
      if (turn !== asked.current) return
      setReading(false)
      if (listed.ok) setListing(listed.value)
      else setFailure(listed.failure)
    }
    void begin()
    return () => {
      asked.current++
    }
  }, [])

  return { listing, failure, reading, go }
}
