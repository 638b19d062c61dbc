import type { ReactNode } from 'react'
import type { AcrossTab } from '../state/across.ts'
import { useSay } from '../strings/words.ts'

/** What a view shows, as a title, and how it is to be read, in a sentence. */
export function ViewHead({ tab, children }: { tab: AcrossTab; children?: ReactNode }) {
  const say = useSay()
  return (
    <div className="across-head">
      <h3>{say(`across.${tab}-title`)}</h3>
      <p className="hint">{children ?? say(`across.${tab}-how`)}</p>
    </div>
  )
}
