const day = 86_400_000
/** Days. */
const month = 30.44

/** Labels beside each other, and the months from one to the next: a name and a year need their room. */
const most = 9
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000]

/** Places on an axis of time, or about how many there are to be, and what is said at each. */
export type Ticks = { at: Date[] | number; unit: 'year' | 'month' | 'day' }

/** Where an axis is marked: beginnings of months or of years, or days where only a few weeks are shown (milliseconds). */
export function timelineTicks(from: number, to: number): Ticks {
  const months = (to - from) / day / month
  if (months < 2) return { at: Math.max(2, Math.round(months * 4)), unit: 'day' }
  const step = steps.find(step => months / step <= most) ?? 12_000
  const first = new Date(from)
  const begins = first.getUTCFullYear() * 12 + first.getUTCMonth()
  const at: Date[] = []
  for (let n = Math.ceil(begins / step) * step; ; n += step) {
    const time = new Date(0)
    time.setUTCFullYear(Math.floor(n / 12), n % 12, 1)
    if (time.getTime() > to) break
    if (time.getTime() >= from) at.push(time)
  }
  return { at, unit: step % 12 === 0 ? 'year' : 'month' }
}
