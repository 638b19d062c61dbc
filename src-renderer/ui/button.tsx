import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

const classes = {
  plain: 'button',
  primary: 'button primary',
  quiet: 'button quiet',
  danger: 'button danger',
  icon: 'icon-button',
}

type Props = Omit<ButtonProps, 'className' | 'children' | 'isPending'> & {
  kind?: keyof typeof classes
  /** What is being done, while it is; the button cannot be pressed meanwhile and keeps the focus. */
  busy?: string | undefined
  children: ReactNode
}

export function Button({ kind = 'plain', busy, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={classes[kind]} isPending={busy !== undefined}>
      {busy === undefined ? (
        children
      ) : (
        <>
          <span className="spinner" aria-hidden="true" />
          {busy}
        </>
      )}
    </AriaButton>
  )
}
