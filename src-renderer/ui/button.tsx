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

export function Button({ kind = 'plain', busy, children, type, onPress, ...rest }: Props) {
  // Not react-aria's `isPending`: its announcement outlives the button, and then names nothing.
  if (busy === undefined)
    return (
      <AriaButton {...rest} type={type} onPress={onPress} className={classes[kind]}>
        {children}
      </AriaButton>
    )
  return (
    <AriaButton {...rest} type="button" aria-disabled className={classes[kind]} data-busy="">
      <span className="spinner" aria-hidden="true" />
      {busy}
    </AriaButton>
  )
}
