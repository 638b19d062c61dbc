import { Component, type ReactNode, useEffect } from 'react'
import { flush } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { reportFault } from '../state/faults.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { WorkSaved } from './work-saved.tsx'

/** What takes the place of a screen that cannot be drawn: what is saved, and what can be done. */
function FaultScreen() {
  const say = useSay()
  const unsaved = useEditor(({ save }) => save.kind === 'failed' || save.kind === 'conflict')
  // What was done last lives outside of what failed to be drawn, and is saved all the same.
  useEffect(() => void flush(), [])
  return (
    <main className="fault-screen" data-testid="fault-screen">
      <h1>{say('fault.title')}</h1>
      <p>{say('fault.lead')}</p>
      <p className="fault-saved" role="status">
        <WorkSaved />
      </p>
      <div className="fault-actions">
        {unsaved && <Button onPress={() => void flush()}>{say('fault.retry')}</Button>}
        <Button kind="primary" onPress={() => location.reload()} data-testid="reload">
          {say('fault.reload')}
        </Button>
        <Button onPress={() => showDialog('diagnostics')}>{say('fault.diagnostics')}</Button>
      </div>
    </main>
  )
}

type Props = { children: ReactNode }

/** React hands errors in drawing to a class and to nothing else. */
export class Drawn extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    reportFault('drawing', error)
  }

  override render() {
    return this.state.failed ? <FaultScreen /> : this.props.children
  }
}
