import type { ReactNode } from 'react'
import { Switch } from 'react-aria-components'

type Props = {
  children: ReactNode
  isSelected: boolean
  onChange(on: boolean): void
  isDisabled?: boolean
  testid?: string
}

/** On or off. */
export function Toggle({ children, testid, ...rest }: Props) {
  return (
    <Switch {...rest} className="switch" data-testid={testid}>
      <span className="switch-track" />
      {children}
    </Switch>
  )
}
