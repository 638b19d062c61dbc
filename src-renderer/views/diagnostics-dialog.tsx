import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'
import { announce, showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

type Found = Output<'diagnostics.read'>

/** What whoever helps needs to know, shown whole before it is copied; and the reports of what crashed. */
export function DiagnosticsDialog() {
  const say = useSay()
  const [found, setFound] = useState<Found>()
  const [failure, setFailure] = useState<Failure>()
  const [copied, setCopied] = useState<'copied' | 'not-copied'>()
  const close = () => showDialog(undefined)

  useEffect(() => {
    void call('diagnostics.read', {}).then(read =>
      read.ok ? setFound(read.value) : setFailure(read.failure),
    )
  }, [])

  async function copy() {
    const done = await navigator.clipboard.writeText(found?.text ?? '').then(
      () => 'copied' as const,
      () => 'not-copied' as const,
    )
    setCopied(done)
    announce(say(`diagnostics.${done}`))
  }

  async function remove(name: string) {
    const removed = await call('diagnostics.remove-report', { name })
    if (!removed.ok) return setFailure(removed.failure)
    setFound(now => now && { ...now, reports: now.reports.filter(one => one.name !== name) })
  }

  return (
    <Dialog
      name="diagnostics"
      size="large"
      title={say('diagnostics.title')}
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <span className="said">{copied && say(`diagnostics.${copied}`)}</span>
          <Button isDisabled={!found} onPress={copy} data-testid="copy-diagnostics">
            {say('diagnostics.copy')}
          </Button>
          <Button kind="primary" type="submit" autoFocus data-testid="submit">
            {say('dialog.done')}
          </Button>
        </>
      }
    >
      <FailureNote failure={failure} />
      <p>{say('diagnostics.lead')}</p>
      {!found && !failure && <p aria-busy="true">{say('diagnostics.reading')}</p>}
      {found && (
        <>
          <textarea
            className="diagnostics-text"
            aria-label={say('diagnostics.text')}
            data-testid="diagnostics-text"
            dir="ltr"
            lang="en"
            readOnly
            value={found.text}
          />
          <section aria-label={say('diagnostics.reports')}>
            <h3 className="section-title">{say('diagnostics.reports')}</h3>
            <p className="hint">
              {say(
                found.reports.length > 0 ? 'diagnostics.reports-hint' : 'diagnostics.no-reports',
              )}
            </p>
            {found.reports.map(({ name, text }) => (
              <div key={name} className="crash-report">
                <details data-testid="crash-report">
                  <summary>
                    <bdi dir="ltr">{name}</bdi>
                  </summary>
                  <pre dir="ltr" lang="en">
                    {text}
                  </pre>
                </details>
                <Button
                  kind="quiet"
                  aria-label={say('diagnostics.delete', { name })}
                  onPress={() => remove(name)}
                >
                  {say('inspector.remove')}
                </Button>
              </div>
            ))}
          </section>
        </>
      )}
    </Dialog>
  )
}
