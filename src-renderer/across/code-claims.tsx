import { useState } from 'react'
import type { ReadLine } from '../../annotations/api/across.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { codeClaims } from '../state/code-claims.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Select } from '../ui/select.tsx'
import { nameIn, shortened } from './names.ts'

/** Claims of similar words given their proposition at once: those of the annotator at work, and only where they have none. */
export function CodeClaims({ lines }: { lines: readonly ReadLine[] }) {
  const say = useSay()
  const annotator = useSession(session => session.annotator)
  const propositions = useSession(session => session.propositions)
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState<{ coded: number; failure: Failure | undefined }>()
  const mine = lines.filter(line => line.annotator === annotator)
  if (propositions.length === 0) return <p className="hint">{say('across.no-codebook')}</p>
  if (mine.length === 0) return <p className="hint">{say('across.not-mine')}</p>
  return (
    <div className="across-code">
      <Select
        label={say('across.code-as', { count: mine.length })}
        placeholder={say('across.choose-proposition')}
        options={propositions.map(({ id, code, text }) => ({
          id,
          name: `${code} ${shortened(nameIn(text), 70)}`,
        }))}
        value={chosen}
        onChange={setChosen}
        testid="code-as"
      />
      <Button
        kind="primary"
        isDisabled={chosen === null}
        onPress={async () => chosen !== null && setSaid(await codeClaims(mine, chosen))}
        data-testid="code-go"
      >
        {say('across.code')}
      </Button>
      {said && (
        <span role="status">{said.failure ? '' : say('across.coded', { count: said.coded })}</span>
      )}
      <FailureNote failure={said?.failure} />
    </div>
  )
}
