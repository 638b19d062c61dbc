import { labelOf } from '../../annotations/model/scheme.ts'
import { useAcross } from '../state/across.ts'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'

/** Where there is nothing to look at: what is missing, and the next thing to do about it. */
export function NoClaims() {
  const say = useSay()
  const hasDocuments = useSession(session => session.documents.length > 0)
  const scheme = useSession(session => session.project?.project.scheme)
  const hasClaims = useAcross(state => (state.facets?.statements ?? 0) > 0)
  const isNarrow = useAcross(state => Object.keys(state.filter).length > 0)
  const claim = scheme && labelOf(scheme, 'claim')
  const [key] = claim?.keys ?? []
  if (!hasDocuments)
    return (
      <div className="across-empty">
        <p className="nothing-yet">{say('across.no-documents')}</p>
        <Button onPress={() => showDialog('import')} data-testid="across-import">
          {say('corpus.import')}
        </Button>
      </div>
    )
  if (hasClaims || isNarrow) return <p className="nothing-yet">{say('across.none')}</p>
  return (
    <div className="across-empty">
      <p className="nothing-yet">
        {say('across.none-yet', { label: claim?.name[language()] ?? 'claim' })}{' '}
        {key !== undefined && <Keycap chord={key} />}
      </p>
      <p className="hint">{say('across.none-next')}</p>
      <Button onPress={() => showDialog(undefined)} data-testid="across-to-text">
        {say('across.to-text')}
      </Button>
    </div>
  )
}
