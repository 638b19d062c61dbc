import {
  axisX,
  dot,
  type PlotOptions,
  ruleY,
  type SymbolImplementation,
  text,
} from '@observablehq/plot'
import type { Timeline, TimelineMark } from '../../annotations/across/timeline.ts'
import { markClass } from '../plots/mark-ring.ts'
import { language } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { isolated, partyName, shortened } from './names.ts'
import { timelineTicks } from './timeline-ticks.ts'

/** The same few days are asked for with every mark, many times over. */
const times = new Map<string, number>()

/** Milliseconds of a day's beginning; only ever shown as the day it came from. */
export function timeOf(iso: string): number {
  const known = times.get(iso)
  if (known !== undefined) return known
  const time = Date.UTC(...partsOf(iso))
  times.set(iso, time)
  return time
}

function partsOf(iso: string): [number, number, number] {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number)
  return [year, month - 1, day]
}
export const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10)

export type Domain = readonly [number, number]

const day = 86_400_000

/** What most marks speak of: a few far off would make all others a point. */
export function usualDomain({ marks }: Timeline): Domain | undefined {
  const ends = marks
    .flatMap(({ from, to, line }) => [
      ...(from === null ? [] : [timeOf(from)]),
      ...(to === null ? [] : [timeOf(to)]),
      ...(line.published ? [timeOf(line.published)] : []),
    ])
    .sort((a, b) => a - b)
  if (ends.length === 0) return undefined
  const at = (share: number) => ends[Math.round((ends.length - 1) * share)] as number
  return widened([at(0.05), at(0.97)])
}

export function wholeDomain({ marks }: Timeline): Domain | undefined {
  const ends = marks.flatMap(({ from, to }) => [from, to].flatMap(end => (end ? timeOf(end) : [])))
  return ends.length === 0 ? undefined : widened([Math.min(...ends), Math.max(...ends)])
}

function widened([from, to]: Domain): Domain {
  const margin = Math.max(15 * day, (to - from) * 0.05)
  return [from - margin, to + margin]
}

const colours = { for: 'var(--teal)', against: 'var(--rose)', neutral: 'var(--grey)' }
const laneHeight = 54
/** Of a day (YYYY-MM-DD), those that are said. */
const lettersOf = { year: 4, month: 7, day: 10 }

/** The name by which marks of dates are known when they are pressed. */
export const dateGroup = 'date'

/** What has a part in the stretch that is shown. */
export const isShown = ({ from, to }: TimelineMark, [first, last]: Domain) =>
  (from === null || timeOf(from) < last) && (to === null || timeOf(to) > first)

/** Signs are drawn: letters of a font take many times as long to be set. */
const bar: SymbolImplementation = {
  draw: (context: CanvasPath) => context.rect(-1.5, -6.5, 3, 13),
}
const arrow = (toRight: boolean): SymbolImplementation => ({
  draw(context: CanvasPath) {
    const tip = toRight ? 5 : -5
    context.moveTo(-tip, -5)
    context.lineTo(tip, 0)
    context.lineTo(-tip, 5)
    context.closePath()
  },
})

/** One day, said without doubt: the only thing that is drawn as a point. */
const isPoint = ({ precision, approximate, from, to }: TimelineMark) =>
  (precision === 'day' || precision === 'time') && !approximate && from !== null && to !== null

/** A lane each who speaks; across, the days spoken of; within a lane, earlier articles above later ones. */
export function timelinePlot({ lanes, marks }: Timeline, domain: Domain): PlotOptions {
  const [from, to] = domain
  const reverse = language() === 'ar'
  const names = new Map(lanes.map(lane => [lane.key, isolated(shortened(partyName(lane), 26))]))
  const lane = ({ lane }: TimelineMark) => lane
  const start = ({ from: day }: TimelineMark) => Math.max(from, day === null ? from : timeOf(day))
  const end = ({ to: day }: TimelineMark) => Math.min(to, day === null ? to : timeOf(day))
  const isOpen = (mark: TimelineMark) => mark.from === null || mark.to === null
  const published = ({ line }: TimelineMark) => (line.published ? timeOf(line.published) : null)
  // Undated articles stand at the foot of their lane.
  const dated = marks.flatMap(mark => published(mark) ?? [])
  const [first, last] = [Math.min(...dated, to), Math.max(...dated, from)]
  const y = (mark: TimelineMark) => published(mark) ?? last
  const colour = ({ line }: TimelineMark) => colours[line.side]
  const ticks = timelineTicks(from, to)
  const known = { fy: lane, y, className: markClass(dateGroup) }
  const band = (wanted: (mark: TimelineMark) => boolean, style: object) =>
    ruleY(marks, {
      ...known,
      x1: start,
      x2: end,
      filter: mark => isShown(mark, domain) && !isPoint(mark) && wanted(mark),
      stroke: colour,
      strokeWidth: 7,
      ...style,
    })
  // The end that is known, of a band whose other end is open.
  const closed = (mark: TimelineMark) => (mark.from === null ? end(mark) : start(mark))
  return {
    width: 1080,
    height: 46 + lanes.length * laneHeight,
    marginTop: 28,
    marginBottom: 18,
    ...(reverse ? { marginRight: 180, marginLeft: 16 } : { marginLeft: 180, marginRight: 16 }),
    className: 'plot',
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    x: { type: 'utc', domain: [from, to], reverse, clamp: true, label: null },
    y: { type: 'utc', domain: [first - day, last + day], reverse: true, axis: null, inset: 8 },
    fy: { domain: lanes.map(({ key }) => key), axis: null, padding: 0.08 },
    marks: [
      axisX({
        anchor: 'top',
        ticks: ticks.at,
        tickFormat: (time: Date) =>
          formatPublished(isoOf(time.getTime()).slice(0, lettersOf[ticks.unit])),
        label: null,
      }),
      text(lanes, {
        fy: 'key',
        text: one => names.get(one.key) ?? one.key,
        frameAnchor: reverse ? 'right' : 'left',
        textAnchor: reverse ? 'start' : 'end',
        dx: reverse ? 12 : -12,
        fontSize: 12.5,
        fontWeight: 600,
      }),
      ruleY(lanes, { fy: 'key', y: last + day, stroke: 'var(--line)' }),
      band(mark => !isOpen(mark) && !mark.approximate, { strokeOpacity: 0.75 }),
      // "About" may be a little before and a little after.
      band(mark => !isOpen(mark) && mark.approximate, {
        strokeOpacity: 0.4,
        strokeDasharray: '2 2',
        insetLeft: -7,
        insetRight: -7,
      }),
      band(isOpen, { strokeOpacity: 0.75, strokeDasharray: '9 4', strokeWidth: 4 }),
      // An open band has a bar at the end that is known, and points to where nobody knows it.
      dot(marks, {
        ...known,
        x: closed,
        symbol: bar,
        fill: colour,
        filter: mark =>
          isOpen(mark) && isShown(mark, domain) && closed(mark) > from && closed(mark) < to,
      }),
      ...[true, false].map(toRight =>
        dot(marks, {
          ...known,
          x: mark => (mark.from === null ? start(mark) : end(mark)),
          symbol: arrow(toRight),
          fill: colour,
          filter: mark =>
            isShown(mark, domain) && isOpen(mark) && ((mark.from === null) === reverse) === toRight,
        }),
      ),
      dot(marks, {
        ...known,
        x: start,
        r: 5,
        fill: colour,
        stroke: 'var(--surface)',
        filter: mark => isShown(mark, domain) && isPoint(mark),
      }),
    ],
  }
}
