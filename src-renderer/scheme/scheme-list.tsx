import { ancestryOf, type Label, type LabelScheme } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'
import type { Place } from './draft.ts'

type Props = {
  draft: LabelScheme
  place: Place
  /** Ids of labels and relation types with something wrong in them. */
  wrong: ReadonlySet<string>
  onPlace(place: Place): void
  onAddLabel(): void
  onAddRelation(): void
}

/** Labels with their children under them, whatever order they are written in. */
function inFamilies(scheme: LabelScheme): { label: Label; at: number; depth: number }[] {
  const rows = scheme.labels.map((label, at) => {
    const line = ancestryOf(scheme, label.id).map(({ id }) => id)
    const places = line.map(id => scheme.labels.findIndex(other => other.id === id)).reverse()
    return { label, at, depth: line.length - 1, places }
  })
  return rows.sort((a, b) => {
    for (const [level, place] of a.places.entries()) {
      const other = b.places[level]
      if (other === undefined) return 1
      if (place !== other) return place - other
    }
    return a.places.length - b.places.length
  })
}

/** Everything in a scheme that can be edited, by name. */
export function SchemeList(props: Props) {
  const { draft, place, wrong, onPlace, onAddLabel, onAddRelation } = props
  const say = useSay()
  const isAt = (kind: Place['kind'], at?: number) =>
    place.kind === kind && (place.kind === 'general' || place.at === at)
  const mark = (id: string) =>
    wrong.has(id) && <em className="missing">{say('scheme.has-problem')}</em>
  return (
    <nav className="scheme-list" aria-label={say('scheme.parts')}>
      <h3 className="section-title">{say('labels.title')}</h3>
      <ul>
        {inFamilies(draft).map(({ label, at, depth }) => (
          <li key={label.id}>
            <button
              type="button"
              className="scheme-item"
              data-depth={Math.min(depth, 3)}
              data-label={label.id}
              aria-current={isAt('label', at)}
              onClick={() => onPlace({ kind: 'label', at })}
            >
              <Swatch label={label} />
              <bdi>{label.name[language()] || label.id}</bdi>
              {mark(label.id)}
              <span className="grow" />
              {label.keys[0] !== undefined && <Keycap chord={label.keys[0]} />}
            </button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onPress={onAddLabel} data-testid="add-label">
        {say('scheme.add-label')}
      </Button>
      <h3 className="section-title">{say('scheme.relations')}</h3>
      <ul>
        {draft.relationTypes.map(({ id, name }, at) => (
          <li key={id}>
            <button
              type="button"
              className="scheme-item"
              aria-current={isAt('relation', at)}
              onClick={() => onPlace({ kind: 'relation', at })}
            >
              <bdi>{name[language()] || id}</bdi>
              {mark(id)}
            </button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onPress={onAddRelation}>
        {say('scheme.add-relation')}
      </Button>
      <h3 className="section-title">{say('scheme.general')}</h3>
      <button
        type="button"
        className="scheme-item"
        aria-current={isAt('general')}
        onClick={() => onPlace({ kind: 'general' })}
        data-testid="scheme-general"
      >
        {say('scheme.overlap')}
      </button>
    </nav>
  )
}
