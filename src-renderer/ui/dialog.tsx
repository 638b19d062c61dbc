import type { FormEvent, ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay } from '../strings/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

type Props = {
  /** `data-testid` is `dialog-<name>`. */
  name: string
  title: string
  children: ReactNode
  /** Buttons; the one of `type="submit"` is what Enter presses. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large' | 'wide' | 'full'
  onClose(): void
  onSubmit?(): void
}

/** A window over the page: Esc leaves it, the focus stays in it and goes back to where it was. */
export function Dialog({
  name,
  title,
  children,
  footer,
  size = 'medium',
  onClose,
  onSubmit,
}: Props) {
  const say = useSay()
  function submit(event: FormEvent) {
    event.preventDefault()
    // A dialog opened from this one is its child in React, if not on the page.
    event.stopPropagation()
    onSubmit?.()
  }
  const content = (
    <>
      <div className="dialog-body">{children}</div>
      {footer !== undefined && <footer className="dialog-footer">{footer}</footer>}
    </>
  )
  return (
    <ModalOverlay isOpen onOpenChange={open => open || onClose()} className="dialog-overlay">
      <Modal className={`dialog-window ${size}`}>
        <AriaDialog className="dialog" data-testid={`dialog-${name}`}>
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button kind="icon" aria-label={say('dialog.close')} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          {onSubmit ? (
            <form className="dialog-form" onSubmit={submit} noValidate>
              {content}
            </form>
          ) : (
            <div className="dialog-form">{content}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
