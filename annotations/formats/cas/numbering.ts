import { isRecord } from '../exchange/foreign.ts'

const idIn = (said: unknown): number | undefined =>
  isRecord(said) && Number.isInteger(said.id) && Number(said.id) > 0 ? Number(said.id) : undefined

/** Ids of structures: those that came with one keep it, all others are numbered after them. */
export function numbering(sofa: number, used: Iterable<number>, came: readonly unknown[]) {
  const there = new Set([sofa, ...used])
  let last = 0
  for (const id of there) last = Math.max(last, id)
  for (const said of came) last = Math.max(last, idIn(said) ?? 0)
  const given = new Set(there)
  const next = () => {
    given.add(++last)
    return last
  }
  return {
    next,
    /** The id that something was kept with, unless something else has it. */
    of(said: unknown): number {
      const id = idIn(said)
      if (id === undefined || given.has(id)) return next()
      given.add(id)
      there.add(id)
      return id
    },
    /** Did the file that this comes from have it? */
    wasThere: (id: number) => there.has(id),
  }
}
