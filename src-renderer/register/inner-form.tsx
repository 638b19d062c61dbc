import type { ReactNode } from 'react'

type Props = { onSubmit(): void; testid: string; children: ReactNode }

/** A form inside a dialog, which may be one itself: what is submitted here goes no further. */
export function InnerForm({ onSubmit, testid, children }: Props) {
  return (
    <form
      className="actor-form"
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit()
      }}
      noValidate
      data-testid={testid}
    >
      {children}
    </form>
  )
}
