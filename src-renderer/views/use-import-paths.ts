import { useState } from 'react'
import { useSession } from '../state/session.ts'

/** The files and folders one imports from, and one more that is being typed. */
export function useImportPaths() {
  // What was dropped on the desk is what one begins with.
  const [paths, setPaths] = useState<string[]>(() => useSession.getState().incoming)
  const [typed, setTyped] = useState('')
  const written = typed.trim()
  const add = (more: string[]) => setPaths(now => [...new Set([...now, ...more])])
  return {
    paths,
    typed,
    setTyped,
    /** What is typed, without what stands around it; empty where nothing is. */
    written,
    /** Those that were added and the one that is typed. */
    all: [...new Set([...paths, written])].filter(path => path !== ''),
    add,
    addTyped() {
      if (written !== '') add([written])
      setTyped('')
    },
    remove: (path: string) => setPaths(now => now.filter(other => other !== path)),
  }
}
