import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { type Domain, isoOf } from './timeline-plot.ts'

type Props = {
  domain: Domain
  /** Marks outside of it. */
  hidden: number
  zoomed: boolean
  /** Shares of what is shown now. */
  zoom(share: number): void
  move(share: number): void
  all(): void
  back(): void
}

/** Which stretch of time is shown. */
export function TimelineZoom({ domain: [from, to], hidden, zoomed, zoom, move, all, back }: Props) {
  const say = useSay()
  return (
    <div className="across-zoom" role="toolbar" aria-label={say('across.zoom')}>
      <Button onPress={() => move(-0.3)} data-testid="zoom-earlier">
        {say('across.earlier')}
      </Button>
      <Button onPress={() => move(0.3)} data-testid="zoom-later">
        {say('across.later')}
      </Button>
      <Button onPress={() => zoom(0.5)} data-testid="zoom-in">
        {say('across.zoom-in')}
      </Button>
      <Button onPress={() => zoom(2)} data-testid="zoom-out">
        {say('across.zoom-out')}
      </Button>
      <Button onPress={all} data-testid="zoom-all">
        {say('across.zoom-all')}
      </Button>
      {zoomed && (
        <Button kind="quiet" onPress={back} data-testid="zoom-back">
          {say('across.zoom-back')}
        </Button>
      )}
      <span className="hint" role="status" data-testid="timeline-domain">
        {say('across.domain', {
          from: formatPublished(isoOf(from)),
          to: formatPublished(isoOf(to)),
        })}
        {hidden > 0 && ` · ${say('across.outside', { count: hidden })}`}
      </span>
    </div>
  )
}
