import { type LabelScheme, overlapPolicies } from '../../annotations/model/scheme.ts'
import { snappings } from '../../annotations/model/written-form-shape.ts'
import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'

type Props = { draft: LabelScheme; onChange(draft: LabelScheme): void }

/** What holds for all labels. */
export function GeneralForm({ draft, onChange }: Props) {
  const say = useSay()
  const overlap = draft.overlap ?? 'any'
  return (
    <div className="scheme-form" data-testid="general-form">
      <div className="scheme-form-head">
        <h3>{say('scheme.general')}</h3>
      </div>
      <Segments
        label={say('scheme.overlap')}
        options={overlapPolicies.map(id => ({ id, name: say(`overlap.${id}`) }))}
        value={overlap}
        onChange={overlap => onChange({ ...draft, overlap })}
        testid="overlap"
      />
      <p className="hint">{say(`overlap.${overlap}-means`)}</p>
      <Segments
        label={say('scheme.snapping')}
        options={snappings.map(id => ({ id, name: say(`snapping.${id}`) }))}
        value={draft.snapping ?? 'with-article'}
        onChange={snapping => onChange({ ...draft, snapping })}
        testid="snapping"
      />
      <p className="hint">{say('scheme.snapping-means')}</p>
    </div>
  )
}
