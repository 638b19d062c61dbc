import { barX, type PlotOptions, text } from '@observablehq/plot'
import type { Profile } from '../../annotations/across/profile.ts'
import { type SourceClass, sourceClasses } from '../../annotations/across/source-class.ts'
import { markClass } from '../plots/mark-ring.ts'
import type { Stop } from '../plots/marked-plot.tsx'
import { formatNumber, language, say } from '../strings/words.ts'
import { isolated, outletName, percent, shortened } from './names.ts'

export const classInks = {
  named: 'teal',
  institution: 'blue',
  anonymous: 'rose',
  agency: 'amber',
  other: 'brown',
  own: 'grey',
} as const

export type Bar = {
  outlet: string
  id: SourceClass
  /** Shares of the outlet's statements, 0 to 1: where the bar begins and ends. */
  begin: number
  end: number
  count: number
  all: number
}

/** The name by which bars are known when they are pressed. */
const barGroup = 'bar'

/** What an outlet's statements consist of, by how their sources are known. */
export function barsOf({ rows }: Profile): Bar[] {
  return rows.flatMap(({ outlet, sources, statements: all }) => {
    let before = 0
    return sourceClasses
      .filter(id => sources[id] > 0)
      .map((id): Bar => {
        const begin = before / all
        before += sources[id]
        return { outlet, id, begin, end: before / all, count: sources[id], all }
      })
  })
}

export const barName = ({ outlet, id }: Bar) =>
  `${isolated(outletName(outlet))} · ${say(`across.class.${id}`)}`

export const profileStops = (bars: readonly Bar[]): Stop[] =>
  bars.map((bar, at) => ({
    group: barGroup,
    at,
    row: bar.outlet,
    says: () =>
      `${barName(bar)} · ${say('across.statements', { count: bar.count })} · ${percent(bar.count, bar.all)}`,
  }))

export function profilePlot({ rows }: Profile, bars: readonly Bar[]): PlotOptions {
  const reverse = language() === 'ar'
  return {
    width: 1080,
    height: 12 + rows.length * 40,
    marginTop: 6,
    marginBottom: 6,
    ...(reverse ? { marginRight: 190, marginLeft: 20 } : { marginLeft: 190, marginRight: 20 }),
    className: 'plot',
    x: { domain: [0, 1], reverse, axis: null },
    y: {
      domain: rows.map(({ outlet }) => outlet),
      axis: reverse ? 'right' : 'left',
      label: null,
      tickSize: 0,
      tickFormat: (outlet: string) => isolated(shortened(outletName(outlet), 26)),
    },
    color: { type: 'identity' },
    marks: [
      barX(bars, {
        x1: 'begin',
        x2: 'end',
        y: 'outlet',
        className: markClass(barGroup),
        fill: (bar: Bar) => `var(--${classInks[bar.id]})`,
        insetTop: 5,
        insetBottom: 5,
        insetLeft: 1,
      }),
      // A share is said where it has room: colour alone tells too little.
      text(bars, {
        x: ({ begin, end }) => (begin + end) / 2,
        y: 'outlet',
        className: markClass(barGroup),
        filter: ({ begin, end }) => end - begin > 0.06,
        text: bar => percent(bar.count, bar.all),
        fill: 'var(--surface)',
        fontSize: 11.5,
        fontWeight: 600,
      }),
      text(rows, {
        x: 1,
        y: 'outlet',
        text: row => formatNumber(row.statements),
        textAnchor: reverse ? 'end' : 'start',
        dx: reverse ? -3 : 3,
        fontSize: 11,
      }),
    ],
  }
}
