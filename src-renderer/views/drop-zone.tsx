import { useEffect, useState } from 'react'
import { pathOfDropped } from '../bridge.ts'
import { fail, showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

/** Text shorter than this is no article; it was meant for something else. Characters. */
const shortest = 60

async function take(files: File[]) {
  const paths: string[] = []
  for (const file of files) {
    const path = await pathOfDropped(file)
    if (path.ok) paths.push(path.value)
    else fail(path.failure)
  }
  if (paths.length === 0) return
  useSession.setState({ incoming: paths })
  showDialog('import')
}

/** Files dropped anywhere on the desk go to the import dialog; an article pasted where no field is, to its own. */
export function DropZone() {
  const say = useSay()
  const [over, setOver] = useState(false)

  useEffect(() => {
    let depth = 0
    const busy = () => useSession.getState().dialog !== undefined
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event) || busy()) return
      depth++
      setOver(true)
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    // A file that nobody takes would be opened in place of the app.
    const stay = (event: DragEvent) => holdsFiles(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (!busy()) void take([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const target = event.target as Element | null
      if (busy() || target?.closest('input, textarea, [contenteditable]')) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) void take(files)
      else if (text.trim().length >= shortest) {
        useSession.setState({ pasted: text })
        showDialog('paste')
      } else return
      event.preventDefault()
    }
    const heard = new AbortController()
    const { signal } = heard
    document.addEventListener('dragenter', enter, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('dragover', stay, { signal })
    document.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => heard.abort()
  }, [])

  return over ? (
    <div className="drop-zone" data-testid="drop-zone">
      <p>{say('drop.here')}</p>
    </div>
  ) : null
}
