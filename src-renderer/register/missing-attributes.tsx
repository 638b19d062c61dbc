import type { Failure } from '../../annotations/api/failures.ts'
import { propositionAttributes } from '../../annotations/model/proposition-attributes.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { saveScheme } from '../scheme/change-scheme.ts'
import { announce, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

const claimOf = ({ labels }: LabelScheme) => labels.find(({ id }) => id === 'claim')

/** The scheme with all that its claims point to a proposition by. */
function withAttributes(scheme: LabelScheme): LabelScheme {
  const claim = claimOf(scheme)
  const taken = new Set(claim?.attributes.map(({ id }) => id))
  const added = propositionAttributes.filter(({ id }) => !taken.has(id))
  const labels = scheme.labels.map(label =>
    label === claim ? { ...label, attributes: [...label.attributes, ...added] } : label,
  )
  return { ...scheme, labels }
}

/** Said where claims have nothing to point to a proposition by, with the way to give it to them. */
export function MissingAttributes({ onTried }: { onTried(failed: Failure | undefined): void }) {
  const say = useSay()
  const scheme = useSession(session => session.project?.project.scheme)
  const claim = scheme && claimOf(scheme)
  if (!claim || claim.attributes.some(({ type }) => type === 'proposition')) return null

  async function add(basedOn: LabelScheme) {
    const failed = await saveScheme({
      basedOn,
      scheme: withAttributes(basedOn),
      migration: { labels: {}, choices: {}, relationTypes: {} },
      job: crypto.randomUUID(),
    })
    onTried(failed)
    if (!failed) announce(say('codebook.added-attribute'))
  }

  return (
    <p className="codebook-missing">
      {say('codebook.missing')}{' '}
      <Button onPress={() => void add(scheme)} data-testid="add-proposition-attribute">
        {say('codebook.add-attribute')}
      </Button>
    </p>
  )
}
