import type { ReactNode } from 'react'

type Props = { children: ReactNode; dir?: 'ltr' | 'rtl' | 'auto'; className?: string }

/** A name, id or value that keeps its own direction whatever stands around it. Paths and ISO values are `ltr`. */
export function BidiText({ children, dir = 'auto', className }: Props) {
  return (
    <bdi dir={dir} className={className}>
      {children}
    </bdi>
  )
}
