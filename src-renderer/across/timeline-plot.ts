import { axisX, dot, type PlotOptions, ruleY, text } from '@observablehq/plot'
import type { Timeline, TimelineMark } from '../../annotations/across/timeline.ts'
import { language } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { isolated, partyName, shortened } from './names.ts'

/** Milliseconds of a day's beginning; only ever shown as the day it came from. */
export const timeOf = (iso: string) => Date.UTC(...partsOf(iso))
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

/** A lane each who speaks; across, the days spoken of; within a lane, earlier articles above later ones. */
export function timelinePlot({ lanes, marks }: Timeline, [from, to]: Domain): PlotOptions {
  const reverse = language() === 'ar'
  const names = new Map(lanes.map(lane => [lane.key, isolated(shortened(partyName(lane), 26))]))
  const lane = ({ lane }: TimelineMark) => lane
  const start = ({ from: day }: TimelineMark) => Math.max(from, day === null ? from : timeOf(day))
  const end = ({ to: day }: TimelineMark) => Math.min(to, day === null ? to : timeOf(day))
  const isIn = (mark: TimelineMark) =>
    (mark.from === null || timeOf(mark.from) < to) && (mark.to === null || timeOf(mark.to) > from)
  const isOpen = (mark: TimelineMark) => mark.from === null || mark.to === null
  const published = ({ line }: TimelineMark) => (line.published ? timeOf(line.published) : null)
  // Undated articles stand at the foot of their lane.
  const dated = marks.flatMap(mark => published(mark) ?? [])
  const [first, last] = [Math.min(...dated, to), Math.max(...dated, from)]
  const y = (mark: TimelineMark) => published(mark) ?? last
  const colour = ({ line }: TimelineMark) => colours[line.side]
  const isPoint = (mark: TimelineMark) => mark.precision === 'day' || mark.precision === 'time'
  const months = (to - from) / day / 30
  const band = (open: boolean) =>
    ruleY(marks, {
      fy: lane,
      x1: start,
      x2: end,
      y,
      filter: mark => isIn(mark) && isOpen(mark) === open,
      stroke: colour,
      strokeWidth: 7,
      strokeOpacity: mark => (mark.approximate ? 0.35 : 0.75),
      ...(open && { strokeDasharray: '3 3' }),
    })
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
        ticks: Math.min(9, Math.max(2, Math.round(months))),
        tickFormat: (time: Date) =>
          formatPublished(isoOf(time.getTime()).slice(0, months > 40 ? 4 : 7)),
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
      band(false),
      band(true),
      dot(marks, {
        fy: lane,
        x: start,
        y,
        r: 5,
        fill: colour,
        stroke: 'var(--surface)',
        filter: mark => isIn(mark) && isPoint(mark) && !isOpen(mark),
      }),
      // Open ends point to where they are open.
      text(marks, {
        fy: lane,
        x: mark => (mark.from === null ? start(mark) : end(mark)),
        y,
        text: mark => ((mark.from === null) === reverse ? '▶' : '◀'),
        fill: colour,
        fontSize: 11,
        filter: mark => isIn(mark) && isOpen(mark),
      }),
    ],
  }
}
