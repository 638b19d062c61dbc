import { laneOf } from './paint-review.ts'

/** Who it is, in the colour of their lane. */
export function LaneDot({ name, voice }: { name: string; voice: number }) {
  return (
    <span className="lane-dot" data-lane={laneOf(voice)} title={name} aria-hidden="true">
      {[...name][0]}
    </span>
  )
}
