import { barX, barY, cell, type PlotOptions } from '@observablehq/plot'
import { useMemo } from 'react'
import { labelOf } from '../../annotations/model/scheme.ts'
import { PlotFigure } from '../plots/plot-figure.tsx'
import { showDialog, useSession } from '../state/session.ts'
import { formatNumber, language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { useAnnotators } from '../views/use-annotators.ts'
import { annotationsOf, labelsOver, monthsOf, progressOf } from './corpus-figures.ts'

/** The corpus at a glance: how far everyone is, and what has been found where. */
export function DashboardDialog() {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const scheme = useSession(session => session.project?.project.scheme)
  const settings = useSession(session => session.settings)
  const annotators = useAnnotators()
  const close = () => showDialog(undefined)
  const words = documents.reduce((sum, entry) => sum + entry.words, 0)
  const people = annotators.length === 0
  return (
    <Dialog
      name="dashboard"
      size="full"
      title={say('dashboard.title')}
      onClose={close}
      onSubmit={close}
      footer={
        <Button kind="primary" type="submit" data-testid="close">
          {say('dialog.done')}
        </Button>
      }
    >
      <p className="report-counts">
        <span>{say('dashboard.documents', { count: documents.length })}</span>
        <span>{say('dashboard.words', { count: words })}</span>
      </p>
      {people ? (
        <p className="nothing-yet">{say('dashboard.empty')}</p>
      ) : (
        scheme && <Figures key={JSON.stringify([settings.language, settings.numerals])} />
      )}
    </Dialog>
  )
}

/** In a page that is read from the right, what begins begins there. */
const side = () =>
  language() === 'ar'
    ? ({ axis: 'right', reverse: true, marginLeft: 20, marginRight: 120 } as const)
    : ({ axis: 'left', reverse: false, marginLeft: 120, marginRight: 20 } as const)

function Figures() {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const scheme = useSession(session => session.project?.project.scheme)
  const annotators = useAnnotators()

  const made = useMemo(() => {
    const { axis, reverse, marginLeft, marginRight } = side()
    const nameOf = (id: string) => (id === 'gold' ? say('annotator.gold') : id)
    const labelName = (id: string) => (scheme && labelOf(scheme, id))?.name[language()] ?? id
    const base = { width: 520, marginLeft, marginRight, className: 'plot' }
    const counts = { reverse, grid: true, label: null, tickFormat: formatNumber, nice: true }
    const progress = progressOf(documents, annotators).map(one => ({
      ...one,
      name: nameOf(one.name),
    }))
    const states = ['submitted', 'in-progress', 'untouched']
    const found = annotationsOf(documents, annotators).map(one => ({
      ...one,
      name: nameOf(one.name),
      part: labelName(one.part),
    }))
    const labels = scheme?.labels ?? []
    const over = labelsOver(documents).map(one => ({ ...one, label: labelName(one.label) }))
    const months = monthsOf(documents)
    const options: Record<'progress' | 'found' | 'over' | 'months', PlotOptions> = {
      progress: {
        ...base,
        height: 60 + annotators.length * 34,
        x: counts,
        y: { axis, label: null },
        color: { domain: states, range: ['var(--ok)', 'var(--amber)', 'var(--line-strong)'] },
        marks: [
          barX(progress, { x: 'count', y: 'name', fill: 'part', insetTop: 3, insetBottom: 3 }),
        ],
      },
      found: {
        ...base,
        height: 60 + annotators.length * 34,
        x: counts,
        y: { axis, label: null },
        color: {
          domain: labels.map(({ name }) => name[language()]),
          range: labels.map(({ colour }) => `var(--${colour})`),
        },
        marks: [barX(found, { x: 'count', y: 'name', fill: 'part', insetTop: 3, insetBottom: 3 })],
      },
      over: {
        ...base,
        width: 1060,
        height: 50 + labels.length * 30,
        x: { axis: null, reverse },
        y: { axis, label: null, domain: labels.map(({ name }) => name[language()]) },
        color: { type: 'linear', range: ['var(--violet-bg)', 'var(--violet)'] },
        marks: [
          cell(over, {
            x: 'column',
            y: 'label',
            fillOpacity: 'count',
            fill: 'var(--violet)',
            inset: 0.5,
          }),
        ],
        opacity: { range: [0.15, 1] },
      },
      months: {
        ...base,
        width: 1060,
        height: 200,
        marginLeft: 50,
        marginRight: 50,
        marginBottom: 40,
        x: {
          type: 'band',
          reverse,
          label: null,
          tickFormat: formatPublished,
          ...(months.length > 10 && {
            ticks: months
              .filter((_, at) => at % Math.ceil(months.length / 10) === 0)
              .map(({ month }) => month),
          }),
        },
        y: { axis, grid: true, label: null, tickFormat: formatNumber, nice: true },
        marks: [barY(months, { x: 'month', y: 'count', fill: 'var(--teal)' })],
      },
    }
    return { options, progress, found, over, months }
  }, [documents, annotators, scheme, say])

  const { options, progress, found, over, months } = made
  const count = say('dashboard.count')
  const legend = (items: { name: string; colour: string }[]) => (
    <ul className="plot-legend">
      {items.map(({ name, colour }) => (
        <li key={name}>
          <span className={`legend-mark ${colour}`} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  )
  return (
    <div className="figures" data-testid="figures">
      <div>
        <PlotFigure
          options={options.progress}
          title={say('dashboard.progress')}
          head={[say('filter.annotator'), say('group.status'), count]}
          rows={progress.map(({ name, part, count }) => [
            name,
            say(`corpus.${part as 'submitted' | 'in-progress' | 'untouched'}`),
            formatNumber(count),
          ])}
        />
        {legend([
          { name: say('corpus.submitted'), colour: 'ok' },
          { name: say('corpus.in-progress'), colour: 'amber' },
          { name: say('corpus.untouched'), colour: 'rest' },
        ])}
      </div>
      <div>
        <PlotFigure
          options={options.found}
          title={say('dashboard.annotators')}
          head={[say('filter.annotator'), say('inspector.label'), count]}
          rows={found.map(({ name, part, count }) => [name, part, formatNumber(count)])}
        />
        {legend(
          (scheme?.labels ?? []).map(({ name, colour }) => ({ name: name[language()], colour })),
        )}
      </div>
      <div className="wide">
        <PlotFigure
          options={options.over}
          title={say('dashboard.labels')}
          hint={say('dashboard.labels-hint')}
          head={[say('inspector.label'), '#', count]}
          rows={over
            .slice(0, 600)
            .map(({ label, column, count }) => [
              label,
              formatNumber(column + 1),
              formatNumber(count),
            ])}
        />
      </div>
      <div className="wide">
        <PlotFigure
          options={options.months}
          title={say('dashboard.months')}
          head={[say('group.month'), count]}
          rows={months.map(({ month, count }) => [formatPublished(month), formatNumber(count)])}
        />
      </div>
    </div>
  )
}
