import { useState } from 'react'
import { call } from '../bridge.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FolderPicker } from './folder-picker.tsx'

export type Wanted = 'folder' | 'files' | 'save'

type Props = {
  kind: Wanted
  /** Of the window in which one chooses. */
  title: string
  /** Where to begin. */
  start?: string | undefined
  /** On the button; “Browse…” if nothing else. */
  children?: string
  isDisabled?: boolean
  /** Its `data-testid`; `browse-<kind>` if nothing else. */
  testid?: string
  onChosen(paths: string[]): void
}

/** Choose in the system's own window where the shell has one, else in ours. */
export function Browse({
  kind,
  title,
  start,
  children,
  isDisabled = false,
  testid,
  onChosen,
}: Props) {
  const say = useSay()
  const dialogs = useSession(session => session.app?.dialogs ?? false)
  const [picking, setPicking] = useState(false)

  async function browse() {
    const chosen = dialogs ? await call('dialogs.choose', { kind, title, start }) : undefined
    if (!chosen?.ok) return setPicking(true)
    if (chosen.value.paths.length > 0) onChosen(chosen.value.paths)
  }

  return (
    <>
      <Button isDisabled={isDisabled} onPress={browse} data-testid={testid ?? `browse-${kind}`}>
        {children ?? say('browse')}
      </Button>
      {picking && (
        <FolderPicker
          kind={kind}
          title={title}
          start={start}
          onClose={() => setPicking(false)}
          onChosen={paths => {
            setPicking(false)
            onChosen(paths)
          }}
        />
      )}
    </>
  )
}
