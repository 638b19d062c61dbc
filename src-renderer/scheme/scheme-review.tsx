import type { SchemeTouched } from '../../annotations/api/views.ts'
import type { Migration } from '../../annotations/model/migrate-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import type { Loss } from '../../annotations/model/scheme-losses.ts'
import { useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import { nameOfThing, nameOfTouch } from './scheme-names.ts'

type Props = {
  before: LabelScheme
  after: LabelScheme
  losses: readonly Loss[]
  migration: Migration
  onMigration(migration: Migration): void
  /** Absent while it is being counted. */
  touched: SchemeTouched | undefined
}

const nobody = ''
const table = { label: 'labels', choice: 'choices', 'relation-type': 'relationTypes' } as const

/** What a change would touch, and what becomes of what it takes away: seen and decided before it is made. */
export function SchemeReview({ before, after, losses, migration, onMigration, touched }: Props) {
  const say = useSay()
  const heirName = (loss: Loss, heir: string) =>
    loss.kind === 'choice'
      ? nameOfThing([...loss.what.split('.').slice(0, 2), heir].join('.'), after)
      : loss.kind === 'relation-type'
        ? nameOfTouch({ kind: 'relation-retyped', what: heir }, after, after)
        : nameOfThing(heir, after)
  return (
    <div className="scheme-review" data-testid="scheme-review">
      {losses.length > 0 && (
        <section>
          <h3 className="section-title">{say('scheme.goes')}</h3>
          <ul className="loss-list">
            {losses.map(loss => {
              const { kind, what } = loss
              const name =
                kind === 'relation-type'
                  ? nameOfTouch({ kind: 'relation-removed', what }, before, after)
                  : nameOfThing(what, before)
              const heirs =
                kind === 'label' || kind === 'choice' || kind === 'relation-type'
                  ? table[kind]
                  : undefined
              return (
                <li key={`${kind} ${what}`} className="loss" data-loss={what}>
                  <span>{say(`loss.${kind}`, { name })}</span>
                  {heirs && (
                    <Select
                      bare
                      label={say('scheme.heir-of', { name })}
                      options={[
                        { id: nobody, name: say(`heir.none-${kind as keyof typeof table}`) },
                        ...loss.heirs.map(id => ({
                          id,
                          name: say('heir.becomes', { name: heirName(loss, id) }),
                        })),
                      ]}
                      value={migration[heirs][what] ?? nobody}
                      onChange={id =>
                        onMigration({
                          ...migration,
                          [heirs]: { ...migration[heirs], [what]: id === nobody ? null : id },
                        })
                      }
                      testid={`heir-${kind}-${what}`}
                    />
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <section aria-busy={!touched} aria-live="polite">
        <h3 className="section-title">{say('scheme.touches')}</h3>
        {!touched ? (
          <p className="hint">{say('scheme.counting')}</p>
        ) : touched.counts.length === 0 ? (
          <p>{say('scheme.touches-nothing')}</p>
        ) : (
          <>
            <p>
              {say('scheme.in-documents', { count: touched.documents })} ·{' '}
              {say('scheme.of-annotators', { names: touched.annotators.join('، ') })}
            </p>
            <ul className="touch-list" data-testid="touches">
              {touched.counts.map(({ kind, what, count }) => (
                <li key={`${kind} ${what}`} data-kind={kind}>
                  <bdi>{nameOfTouch({ kind, what }, before, after)}</bdi>
                  <span>{say(`touch.${kind}`, { count })}</span>
                </li>
              ))}
            </ul>
            <p className="hint">{say('scheme.undo-hint')}</p>
          </>
        )}
      </section>
    </div>
  )
}
