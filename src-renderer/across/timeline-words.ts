import type { Timeline, TimelineMark } from '../../annotations/across/timeline.ts'
import { sayDate } from '../panels/date-words.ts'
import type { Stop } from '../plots/marked-plot.tsx'
import { say } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { isolated, partyName, shortened, stanceName } from './names.ts'
import { type Domain, dateGroup, isShown, timeOf } from './timeline-plot.ts'

/** When a mark's claim was published, in words. */
export const publishedWords = ({ line }: TimelineMark) =>
  line.published ? formatPublished(line.published) : say('across.undated')

/** The marks of what is shown, lane by lane and from the earliest day to the latest, each with all it says. */
export function timelineStops({ lanes, marks }: Timeline, domain: Domain): Stop[] {
  const order = new Map(lanes.map(({ key }, at) => [key, at]))
  const names = new Map(lanes.map(lane => [lane.key, isolated(partyName(lane))]))
  const begins = ({ from, to }: TimelineMark) =>
    from === null ? (to === null ? 0 : timeOf(to) - 1) : timeOf(from)
  return marks
    .map((mark, at) => ({ mark, at }))
    .filter(({ mark }) => isShown(mark, domain))
    .sort(
      (a, b) =>
        (order.get(a.mark.lane) ?? 0) - (order.get(b.mark.lane) ?? 0) ||
        begins(a.mark) - begins(b.mark),
    )
    .map(({ mark, at }) => ({
      group: dateGroup,
      at,
      row: mark.lane,
      says: () =>
        say('across.mark-says', {
          who: names.get(mark.lane) ?? '',
          when: sayDate(mark),
          stance: stanceName(mark.line.stance),
          quote: isolated(shortened(mark.line.quote, 110)),
          published: mark.line.published
            ? say('across.published-on', { date: publishedWords(mark) })
            : say('across.undated'),
        }),
    }))
}
